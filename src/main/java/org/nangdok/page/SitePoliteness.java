package org.nangdok.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How hard one site may be leant on: a few requests at a time, and none while it has asked for rest
 * by Retry-After.
 */
final class SitePoliteness {

  private static final Duration LONGEST_REST = Duration.ofHours(1);
  private static final int MANY_SITES = 10_000;

  private final LoadingCache<String, Semaphore> places;
  private final Cache<String, Rest> resting =
      Caffeine.newBuilder().maximumSize(MANY_SITES).expireAfterWrite(LONGEST_REST).build();
  private final Clock clock;

  private record Rest(int status, Instant until) {}

  SitePoliteness(int atOncePerSite, Clock clock) {
    this.clock = clock;
    this.places = Caffeine.newBuilder().weakValues().build(site -> new Semaphore(atOncePerSite));
  }

  /** A place among the requests to one site; closing it gives it back. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for a place.
   *
   * @throws PageException if the site rests or no place becomes free in time
   */
  Place enter(String site, Deadline deadline) {
    Rest rest = resting.getIfPresent(site);
    if (rest != null) {
      Duration wait = Duration.between(clock.instant(), rest.until());
      if (wait.isPositive()) {
        throw PageException.siteRests(
            rest.status(), wait.plusMillis(999).truncatedTo(ChronoUnit.SECONDS));
      }
    }
    Semaphore semaphore = places.get(site);
    try {
      if (!semaphore.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
        throw PageException.busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PageException.interrupted();
    }
    return semaphore::release;
  }

  /** Takes note of an answer that asks for rest (RFC 9110, section 10.2.3). */
  void note(String site, Answer answer) {
    if (answer.status() != 429 && answer.status() != 503) {
      return;
    }
    answer
        .header("retry-after")
        .flatMap(this::until)
        .ifPresent(until -> resting.put(site, new Rest(answer.status(), until)));
  }

  private Optional<Instant> until(String retryAfter) {
    String value = retryAfter.strip();
    Instant now = clock.instant();
    Instant latest = now.plus(LONGEST_REST);
    if (value.matches("\\d{1,9}")) {
      Instant until = now.plusSeconds(Long.parseLong(value));
      return Optional.of(until.isAfter(latest) ? latest : until);
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(until.isAfter(latest) ? latest : until);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
