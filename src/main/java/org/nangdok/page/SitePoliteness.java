package org.nangdok.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How hard one site may be leant on: a few requests at a time, and none while it has asked for rest
 * by Retry-After.
 */
final class SitePoliteness {

  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final int atOncePerSite;
  private final Clock clock;
  private final SiteManners manners;

  /**
   * @param clock for rests that end at a date
   * @param manners where it is known how many requests are under way, and who rests
   */
  SitePoliteness(int atOncePerSite, Clock clock, SiteManners manners) {
    this.atOncePerSite = atOncePerSite;
    this.clock = clock;
    this.manners = manners;
  }

  /**
   * Waits for a place.
   *
   * @throws PageException if the site rests or no place becomes free in time
   */
  SiteManners.Place enter(String site, Deadline deadline) {
    requireAwake(site);
    try {
      return manners.enter(site, atOncePerSite, deadline.left()).orElseThrow(PageException::busy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PageException.interrupted();
    }
  }

  private void requireAwake(String site) {
    Optional<SiteManners.Rest> rest = manners.resting(site);
    if (rest.isPresent()) {
      throw PageException.siteRests(
          rest.get().status(), rest.get().left().plusMillis(999).truncatedTo(ChronoUnit.SECONDS));
    }
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
        .ifPresent(length -> manners.rest(site, new SiteManners.Rest(answer.status(), length)));
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
