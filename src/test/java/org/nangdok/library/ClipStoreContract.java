package org.nangdok.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void manyWritersLeaveOneWholeClip() throws Exception {
    ClipStore store = store();
    try (var writers = Executors.newFixedThreadPool(4)) {
      Callable<ClipInfo> write = () -> store.put(KEY, clip(7));
      for (Future<ClipInfo> written : writers.invokeAll(List.of(write, write, write, write))) {
        assertThat(written.get().millis()).isEqualTo(168);
      }
    }
    assertThat(store.bytes(KEY).orElseThrow()).hasSize(7 * Mp3Frames.BYTES);
  }
}
