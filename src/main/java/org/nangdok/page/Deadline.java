package org.nangdok.page;

import java.time.Duration;

/**
 * The moment by which everything that one fetch needs must be done.
 *
 * @param nanoTime on {@link System#nanoTime()}'s scale
 * @param limit the time that was given, for the sentence
 */
record Deadline(long nanoTime, Duration limit) {

  static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos(), limit);
  }

  /** The time left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  PageException missed() {
    return PageException.timeout(limit);
  }
}
