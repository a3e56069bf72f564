package org.nangdok.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
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
  private final Cache<String, Rest> resting;
  private final Clock clock;

  private record Rest(int status, Duration length) {}

  /**
   * @param clock for rests that end at a date
   * @param time measures how long they last, whatever happens to the clock
   */
  SitePoliteness(int atOncePerSite, Clock clock, Ticker time) {
    this.clock = clock;
    this.places = Caffeine.newBuilder().weakValues().build(site -> new Semaphore(atOncePerSite));
    this.resting =
        Caffeine.newBuilder()
            .maximumSize(MANY_SITES)
            .ticker(time)
            .expireAfter(Expiry.writing((String site, Rest rest) -> rest.length()))
            .build();
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
      Duration wait =
          resting
              .policy()
              .expireVariably()
              .flatMap(expiry -> expiry.getExpiresAfter(site))
              .orElse(rest.length());
      throw PageException.siteRests(
          rest.status(), wait.plusMillis(999).truncatedTo(ChronoUnit.SECONDS));
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
        .flatMap(this::length)
        .filter(Duration::isPositive)
        .ifPresent(length -> resting.put(site, new Rest(answer.status(), length)));
  }

  private Optional<Duration> length(String retryAfter) {
    String value = retryAfter.strip();
    if (value.matches("\\d{1,9}")) {
      return Optional.of(atMost(Duration.ofSeconds(Long.parseLong(value))));
    }
    try {
      var end = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(atMost(Duration.between(clock.instant(), end)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration atMost(Duration length) {
    return length.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : length;
  }
}
