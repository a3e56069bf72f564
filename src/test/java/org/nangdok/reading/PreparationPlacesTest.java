package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nangdok.page.Page;
import org.nangdok.page.PageFetcher;

/** Two places and a site that never answers. */
class PreparationPlacesTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final CountDownLatch answer = new CountDownLatch(1);
  private final AtomicInteger waiting = new AtomicInteger();
  private final PreparationPlaces places = new PreparationPlaces(2, PATIENCE);
  private final PageFetcher pages = places.around(this::fetch);
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

  private Page fetch(String address) {
    if (address.toLowerCase(Locale.ROOT).contains("never.example")) {
      waiting.incrementAndGet();
      try {
        answer.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        waiting.decrementAndGet();
      }
    }
    return new Page(URI.create(address), "<p>" + address);
  }

  @AfterEach
  void letGo() {
    answer.countDown();
    clients.close();
  }

  private Future<Page> ask(String address) {
    var request = new ReadingRequest(address, null, null, null, Map.of(), 1);
    return clients.submit(() -> places.inTurn(request, () -> pages.fetch(address)));
  }

  @Test
  void aSiteThatNeverAnswersHoldsNobodyElsesPlace() throws Exception {
    List<Future<Page>> stuck = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      stuck.add(ask("https://never.example/" + i));
    }
    await(() -> waiting.get() == 3);

    for (int i = 0; i < 20; i++) {
      String address = "https://quick.example/" + i;
      assertThat(ask(address).get(5, TimeUnit.SECONDS).html()).contains(address);
    }
    assertThat(waiting).hasValue(3);

    answer.countDown();
    int served = 0;
    for (Future<Page> one : stuck) {
      try {
        one.get(5, TimeUnit.SECONDS);
        served++;
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(BusyException.class);
      }
    }
    assertThat(served).isBetween(3, 40);
  }

  @Test
  void namesUnderOneNameAreOneSite() {
    for (int i = 0; i < 40; i++) {
      ask("https://host-" + i + ".Never.Example./" + i);
      ask("https://h" + i + ".never.example:443/" + i);
    }
    await(() -> waiting.get() == 3);
    assertThatThrownBy(() -> ask("https://one.more.never.example/").get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(BusyException.class);
    assertThat(waiting).hasValue(3);
  }

  @Test
  void whoWaitsTooLongForASiteIsRefusedAndGivesEverythingBack() throws Exception {
    for (int i = 0; i < 3; i++) {
      ask("https://never.example/" + i);
    }
    await(() -> waiting.get() == 3);
    assertThatThrownBy(() -> ask("https://never.example/late").get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(BusyException.class);

    answer.countDown();
    await(() -> waiting.get() == 0);
    for (int i = 0; i < 4; i++) {
      assertThat(ask("https://never.example/again" + i).get(5, TimeUnit.SECONDS)).isNotNull();
    }
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(condition);
  }
}
