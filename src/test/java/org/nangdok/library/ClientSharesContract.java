package org.nangdok.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nangdok.library.ClientShares.Share;

/** What shares of clients must do, seen from every machine that counts them. */
public abstract class ClientSharesContract {

  private static final Share THIRTY = new Share(30, Duration.ofHours(1));

  /** Machines that count together; nobody has had anything yet. */
  protected abstract List<ClientShares> machines();

  @Test
  void allMachinesTogetherGiveNoMoreThanAShare() throws Exception {
    List<ClientShares> machines = machines();
    List<Callable<Boolean>> takers = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      ClientShares machine = machines.get(i % machines.size());
      takers.add(() -> machine.take("a", "articles", 1, THIRTY).isEmpty());
    }
    int granted = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> taken : threads.invokeAll(takers)) {
        granted += taken.get() ? 1 : 0;
      }
    }
    assertThat(granted).isEqualTo(30);
  }

  @Test
  void eachClientAndEachKindHasAShareOfItsOwn() {
    ClientShares shares = machines().getFirst();
    assertThat(shares.take("a", "articles", 30, THIRTY)).isEmpty();
    assertThat(shares.take("a", "articles", 1, THIRTY)).isPresent();
    assertThat(shares.take("a", "bytes", 30, THIRTY)).isEmpty();
    assertThat(shares.take("b", "articles", 30, THIRTY)).isEmpty();
  }

  @Test
  void allOrNothingIsTakenAndTheWaitIsUntilThereIsEnough() {
    List<ClientShares> machines = machines();
    ClientShares first = machines.getFirst();
    ClientShares last = machines.getLast();
    assertThat(first.take("a", "bytes", 25, THIRTY)).isEmpty();
    Optional<Duration> wait = last.take("a", "bytes", 10, THIRTY);
    assertThat(wait)
        .hasValueSatisfying(time -> assertThat(time).isBetween(minutes(9), minutes(10)));
    assertThat(first.take("a", "bytes", 5, THIRTY)).isEmpty();
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }

  @Test
  void aShareFillsEvenly() {
    var fast = new Share(10_000, Duration.ofSeconds(10));
    List<ClientShares> machines = machines();
    ClientShares first = machines.getFirst();
    ClientShares last = machines.getLast();
    assertThat(first.take("a", "bytes", 10_000, fast)).isEmpty();
    assertThat(last.take("a", "bytes", 9_000, fast)).isPresent();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> last.take("a", "bytes", 1_000, fast).isEmpty());
  }

  @Test
  void afterAChangeOfSettingsSharesBeginAnew() {
    ClientShares shares = machines().getFirst();
    assertThat(shares.take("a", "articles", 30, THIRTY)).isEmpty();
    var larger = new Share(50, Duration.ofHours(1));
    assertThat(shares.take("a", "articles", 50, larger)).isEmpty();
    assertThat(shares.take("a", "articles", 1, larger)).isPresent();
  }
}
