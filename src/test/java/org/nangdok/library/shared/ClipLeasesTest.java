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
import org.nangdok.library.SectionClaims.Standing;
import org.nangdok.utterance.ClipKey;

@Tag("cluster")
class ClipLeasesTest {

  private static final Duration LEASE = Duration.ofMillis(1_500);
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

  private SharedClips clips(ClipLeases leases) {
    return new SharedClips(library.bucket, library.client, 1_000, leases);
  }

  private static Clip clip() {
    return new Clip(Mp3Frames.silence(3), 60, List.of(), true);
  }

  @Test
  void whatIsMadeUnderAClaimIsWrittenWithItsEnd() {
    ClipKey key = new ClipKey("%064x".formatted(77));
    var leases = new ClipLeases(library.client, "a", Duration.ofMinutes(1), nanos::get);
    var elsewhere = new SharedClips(library.bucket, library.client, 1_000);
    leases.claim(key);
    assertThat(leases.isUnmade(key)).isTrue();
    clips(leases).put(key, clip());
    assertThat(leases.isUnmade(key)).isFalse();
    assertThat(clips(leases).info(key)).isPresent();
    assertThat(elsewhere.info(key)).as("not written yet").isEmpty();
    assertThat(node("b").claim(key)).as("it is held until then").isFalse();
    leases.release(List.of(key));
    assertThat(elsewhere.info(key)).isPresent();
  }

  @Test
  void whatANodeMadeThatDiedBeforeItWroteIsFoundByWhoTakesItsClaimOver() {
    ClipKey key = new ClipKey("%064x".formatted(78));
    var dead = new ClipLeases(library.client, "a", Duration.ofMinutes(1), nanos::get);
    dead.claim(key);
    clips(dead).put(key, clip());
    library.client.sql("update clip set until = now() - interval '1 second'").update();

    var heir = new ClipLeases(library.client, "b", Duration.ofMinutes(1), nanos::get);
    assertThat(heir.claim(key)).isTrue();
    assertThat(heir.isTakenOver(key)).isTrue();
    assertThat(clips(heir).search(key)).isPresent();
    heir.release(List.of(key));
    assertThat(new SharedClips(library.bucket, library.client, 1_000).info(key)).isPresent();
  }

  @Test
  void aSectionBeginsWithOneQuestion() {
    List<ClipKey> keys = keys(4);
    var first = new ClipLeases(library.client, "a", Duration.ofMinutes(1), nanos::get);
    assertThat(first.begin("unknown", keys).known()).isFalse();
    library
        .client
        .sql("insert into reading (id, finished, created) values ('one', false, now())")
        .update();
    var second = new ClipLeases(library.client, "b", Duration.ofMinutes(1), nanos::get);
    assertThat(first.begin("one", keys.subList(0, 2)).claimed()).containsAll(keys.subList(0, 2));
    Standing begun = second.begin("one", keys);
    assertThat(begun.claimed()).containsExactlyInAnyOrderElementsOf(keys.subList(2, 4));
    assertThat(begun.elsewhere()).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
    clips(first).put(keys.getFirst(), clip());
    first.release(keys);
    second.release(keys);
    assertThat(first.begin("one", keys).kept()).containsOnlyKeys(keys.getFirst());

    library.client.sql("update reading set rests = true").update();
    first.release(keys);
    assertThat(first.begin("one", keys).rests()).isTrue();
    assertThat(first.begin("one", keys).claimed()).as("nothing is to be made").isEmpty();
  }
}
