package org.nangdok.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nangdok.page.SiteManners.Place;
import org.nangdok.page.SiteManners.Rest;

/** What machines that are polite together must do. */
public abstract class SiteMannersContract {

  private static final String SITE = "https://news.example";
  private static final String OTHER = "https://news.example:8443";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(200);

  /** Machines that know of each other's requests; none is under way. */
  protected abstract List<SiteManners> machines();

  @Test
  void noMoreThanAFewAreAtASiteWhicheverMachineTheyComeFrom() throws Exception {
    List<SiteManners> machines = machines();
    var there = new AtomicInteger();
    var most = new AtomicInteger();
    List<Callable<Boolean>> visitors = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      SiteManners machine = machines.get(i % machines.size());
      visitors.add(
          () -> {
            try (Place place = machine.enter(SITE, 3, LONG).orElseThrow()) {
              most.accumulateAndGet(there.incrementAndGet(), Math::max);
              TimeUnit.MILLISECONDS.sleep(5); // the visit
              there.decrementAndGet();
              return place != null;
            }
          });
    }
    try (var threads = Executors.newFixedThreadPool(12)) {
      for (Future<Boolean> visit : threads.invokeAll(visitors)) {
        assertThat(visit.get()).isTrue();
      }
    }
    assertThat(most.get()).isBetween(2, 3);
  }

  @Test
  void whoFindsNoPlaceInTimeIsToldSoAndAPlaceThatIsLeftIsFree() throws Exception {
    List<SiteManners> machines = machines();
    SiteManners first = machines.getFirst();
    SiteManners last = machines.getLast();
    Place one = first.enter(SITE, 1, LONG).orElseThrow();
    assertThat(last.enter(SITE, 1, SHORT)).isEmpty();
    last.enter(OTHER, 1, SHORT).orElseThrow().close();
    one.close();
    last.enter(SITE, 1, SHORT).orElseThrow().close();
    first.enter(SITE, 1, SHORT).orElseThrow().close();
  }

  @Test
  void aRestIsKnownEverywhereUntilItIsOver() {
    List<SiteManners> machines = machines();
    SiteManners first = machines.getFirst();
    SiteManners last = machines.getLast();
    assertThat(last.resting(SITE)).isEmpty();
    first.rest(SITE, new Rest(429, Duration.ofMinutes(9)));
    assertThat(last.resting(SITE))
        .hasValueSatisfying(
            rest -> {
              assertThat(rest.status()).isEqualTo(429);
              assertThat(rest.left()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(9));
            });
    assertThat(last.resting(OTHER)).isEmpty();
    first.rest(SITE, new Rest(503, Duration.ofMillis(1)));
    await().until(() -> last.resting(SITE).isEmpty());
  }
}
