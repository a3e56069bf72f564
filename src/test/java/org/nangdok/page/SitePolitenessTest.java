package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.hostile.JumpingClock;

/** A site's rest lasts as long as it asked for, whatever happens to the clock meanwhile. */
class SitePolitenessTest {

  private static final String SITE = "news.example";

  private final JumpingClock wall = new JumpingClock("2026-11-22T12:00:00Z");
  private final AtomicLong nanos = new AtomicLong();
  private final SitePoliteness politeness =
      new SitePoliteness(1, wall, new MannersInMemory(nanos::get));

  @ParameterizedTest
  @CsvSource({
    "60, P3D",
    "60, P-3D",
    "'Sun, 22 Nov 2026 12:01:00 GMT', P3D",
    "'Sun, 22 Nov 2026 12:01:00 GMT', P-3D"
  })
  void aRestLastsAsLongAsItWasAskedForWhereverTheClockJumps(String retryAfter, Duration jump) {
    politeness.note(SITE, new Answer(503, Map.of("retry-after", List.of(retryAfter)), new byte[0]));
    wall.jump(jump);

    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThatThrownBy(this::enter)
        .isInstanceOfSatisfying(
            PageException.class,
            rests -> assertThat(rests.members()).containsEntry("retryAfter", 1L));
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    enter();
  }

  private void enter() {
    try (var place = politeness.enter(SITE, Deadline.in(Duration.ofSeconds(1)))) {
      assertThat(place).isNotNull();
    }
  }
}
