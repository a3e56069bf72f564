package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.utterance.ClipKey;

@Tag("cluster")
class ClipLeasesTest {

  private static final Duration LEASE = Duration.ofMillis(400);
  private SharedLibrary library;
  private final AtomicLong nanos = new AtomicLong(1);

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  private ClipLeases node(String name) {
    return new ClipLeases(library.client, name, LEASE, nanos::get);
  }

  private static List<ClipKey> keys(int count) {
    List<ClipKey> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(new ClipKey("%064x".formatted(i + 1L)));
    }
    return keys;
  }

  @Test
  void eachKeyIsOneNodesWhoeverAsksAtTheSameTime() throws Exception {
    List<ClipKey> keys = keys(1_000);
    Map<ClipKey, Integer> granted = new ConcurrentHashMap<>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Boolean>> nodes = new ArrayList<>();
      for (int n = 0; n < 16; n++) {
        int number = n;
        nodes.add(
            () -> {
              var leases =
                  new ClipLeases(
                      library.client, "node" + number, Duration.ofMinutes(1), nanos::get);
              for (int from = 0; from < keys.size(); from += 8) {
                int start = (from + 48 * number) % keys.size();
                List<ClipKey> eight = keys.subList(start, Math.min(start + 8, keys.size()));
                leases.claim(eight).forEach(key -> granted.merge(key, 1, Integer::sum));
              }
              return true;
            });
      }
      for (var done : threads.invokeAll(nodes)) {
        assertThat(done.get()).isTrue();
      }
    }
    assertThat(granted).hasSize(1_000);
    assertThat(granted.values()).containsOnly(1);
  }

  @Test
  void theSameKeyTwiceInOneCallIsOneClaim() {
    ClipKey key = keys(1).getFirst();
    assertThat(node("a").claim(List.of(key, key, key))).containsExactly(key);
  }

  @Test
  void whatIsReleasedIsFreeAndWhatExpiredIsTakenOver() {
    ClipKey key = keys(1).getFirst();
    ClipLeases first = node("first");
    ClipLeases second = node("second");
    assertThat(first.claim(key)).isTrue();
    assertThat(second.claim(key)).isFalse();
    first.release(List.of(key));
    assertThat(second.claim(key)).isTrue();
    assertThat(first.claim(key)).isFalse();

    await().atMost(Duration.ofSeconds(5)).until(() -> first.claim(key)); // second fell silent
    second.renew();
    assertThat(second.holds(key)).as("its claim is another's by now").isFalse();
    second.release(List.of(key));
    assertThat(node("third").claim(key)).as("a zombie frees nothing").isFalse();
  }

  @Test
  void aNodeThatWasPausedHoldsNothingByItsOwnClock() {
    ClipKey key = keys(1).getFirst();
    ClipLeases leases = node("a");
    leases.claim(key);
    assertThat(leases.holds(key)).isTrue();
    nanos.addAndGet(LEASE.toNanos());
    assertThat(leases.holds(key)).isFalse();
    leases.renew();
    assertThat(leases.holds(key)).as("nobody had taken it").isTrue();
  }

  @Test
  void whatIsKeptIsClaimedByNobody() {
    List<ClipKey> keys = keys(3);
    var leases = new ClipLeases(library.client, "a", Duration.ofMinutes(1), nanos::get);
    assertThat(leases.claim(keys)).hasSize(3);
    new SharedClips(library.bucket, library.client, 1_000)
        .put(keys.get(1), new Clip(Mp3Frames.silence(3), 60, List.of(), true));
    assertThat(leases.inForce()).isEqualTo(2);
    leases.release(keys);
    assertThat(node("b").claim(keys)).isEqualTo(Set.of(keys.get(0), keys.get(2)));
  }
}
