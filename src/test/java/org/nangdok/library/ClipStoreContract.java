package org.nangdok.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.speech.Mark;
import org.nangdok.utterance.ClipKey;

/** What every store of clips must do. */
public abstract class ClipStoreContract {

  protected static final ClipKey KEY = new ClipKey("0a".repeat(32));

  /** An empty store. */
  protected abstract ClipStore store();

  private static Clip clip(int frames) {
    return new Clip(
        Mp3Frames.silence(frames), frames * 24 - 10, List.of(new Mark(46, 90, 0, 3)), true);
  }

  @Test
  void whatIsPutIsFound() {
    ClipStore store = store();
    assertThat(store.info(KEY)).isEmpty();
    assertThat(store.bytes(KEY)).isEmpty();

    Clip clip = clip(5);
    ClipInfo kept = store.put(KEY, clip);

    assertThat(kept.millis()).isEqualTo(120);
    assertThat(store.info(KEY)).contains(kept);
    assertThat(kept.marks()).containsExactly(new Mark(46, 90, 0, 3));
    assertThat(store.bytes(KEY))
        .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(clip.mp3()));
  }

  @Test
  void theFirstWriterWins() {
    ClipStore store = store();
    store.put(KEY, clip(5));
    assertThat(store.put(KEY, clip(9)).millis()).isEqualTo(120);
    assertThat(store.bytes(KEY).orElseThrow()).hasSize(5 * Mp3Frames.BYTES);
  }

  @Test
  void everyWriterIsToldOfTheOneClipThatIsKept() throws Exception {
    ClipStore store = store();
    try (var writers = Executors.newFixedThreadPool(8)) {
      List<Callable<ClipInfo>> writes = new ArrayList<>();
      for (int i = 1; i <= 40; i++) {
        int frames = i;
        writes.add(() -> store.put(KEY, clip(frames)));
      }
      Set<ClipInfo> told = new HashSet<>();
      for (Future<ClipInfo> written : writers.invokeAll(writes)) {
        told.add(written.get());
      }
      assertThat(told).hasSize(1);
      assertThat(store.info(KEY)).contains(told.iterator().next());
      assertThat(store.bytes(KEY).orElseThrow().length).isEqualTo(told.iterator().next().bytes());
    }
  }

  @Test
  void whatIsKnownOfManyIsAskedAtOnce() {
    ClipStore store = store();
    List<ClipKey> keys = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      keys.add(new ClipKey("%064x".formatted(i + 16L)));
    }
    store.put(keys.get(7), clip(2));
    store.put(keys.get(499), clip(3));

    Map<ClipKey, ClipInfo> known = store.infos(keys);

    assertThat(known).containsOnlyKeys(keys.get(7), keys.get(499));
    assertThat(Objects.requireNonNull(known.get(keys.get(499))).millis()).isEqualTo(72);
    assertThat(store.infos(List.of())).isEmpty();
  }

  @Test
  void whatIsRemovedIsGoneAndCanBeMadeAgain() {
    ClipStore store = store();
    store.put(KEY, clip(5));
    assertThat(store.remove(KEY)).isGreaterThanOrEqualTo(5L * Mp3Frames.BYTES);
    assertThat(store.info(KEY)).isEmpty();
    assertThat(store.bytes(KEY)).isEmpty();
    assertThat(store.remove(KEY)).isZero();
    assertThat(store.put(KEY, clip(6)).millis()).isEqualTo(144);
  }

  @Test
  void eachClipIsTold() {
    ClipStore store = store();
    store.put(KEY, clip(5));
    Set<ClipKey> keys = new HashSet<>();
    store.each(
        (key, bytes, made) -> {
          keys.add(key);
          assertThat(bytes).isGreaterThanOrEqualTo(5L * Mp3Frames.BYTES);
          assertThat(made).isBefore(Instant.now().plusSeconds(60));
        });
    assertThat(keys).containsExactly(KEY);
  }
}
