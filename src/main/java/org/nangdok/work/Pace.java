package org.nangdok.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast parts of works were made lately, in this process. Thread-safe. */
final class Pace {

  private static final int REMEMBERED = 10;

  private record Made(long characters, Duration time) {}

  private final Deque<Made> lately = new ArrayDeque<>();

  synchronized void made(long characters, Duration time) {
    lately.addLast(new Made(characters, time));
    if (lately.size() > REMEMBERED) {
      lately.removeFirst();
    }
  }

  /** How long so many characters will take; nothing while nothing was made. */
  synchronized Optional<Duration> of(long characters) {
    long before = lately.stream().mapToLong(Made::characters).sum();
    if (before == 0) {
      return Optional.empty();
    }
    double millis = lately.stream().mapToLong(made -> made.time().toMillis()).sum();
    return Optional.of(Duration.ofMillis(Math.round(millis * characters / before)));
  }
}
