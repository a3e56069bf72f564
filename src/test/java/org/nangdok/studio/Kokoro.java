package org.nangdok.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nangdok.speech.neural.kokoro.KokoroModel;
import org.nangdok.speech.neural.kokoro.KokoroPack;

/** The installed pack as the studio wants it: one style, one pitch, and where each symbol is. */
final class Kokoro implements AutoCloseable {

  static final int SAMPLE_RATE = KokoroModel.SAMPLE_RATE;

  /** Samples of a frame. */
  static final int FRAME = KokoroModel.SAMPLES_A_FRAME;

  /**
   * Between what the network says of voiced sounds (70 Hz and more) and of others (20 and less).
   */
  private static final float VOICED_ABOVE = 40;

  /** Pauses are cut to it; sounds have four at most. */
  private static final float MOST_FRAMES = 60;

  private final KokoroPack pack;

  /**
   * What was spoken: sound, frames of each symbol with the silent ones around, F0 in half frames.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Take(float[] sound, float[] frames, float[] melody) {}

  /**
   * @param folder of the installed pack
   */
  Kokoro(Path folder) {
    pack = KokoroPack.open(folder, 1);
  }

  /** Speaks symbols, each one character, in a style of the pack at one pitch. */
  Take speak(List<String> symbols, String style, float hertz) {
    long[] numbers = pack.vocabulary().numbers(symbols);
    var text =
        new KokoroModel.Text(numbers, pack.styles().mixed(Map.of(style, 1.0), numbers.length), 1);
    float[] frames = pack.model().predict(text).frames();
    for (int i = 0; i < frames.length; i++) {
      frames[i] = Math.min(frames[i], MOST_FRAMES);
    }
    float[] melody = pack.model().predict(text, frames).pitch();
    for (int i = 0; i < melody.length; i++) {
      melody[i] = melody[i] > VOICED_ABOVE ? hertz : melody[i];
    }
    return new Take(pack.model().speak(text, frames, melody), frames, melody);
  }

  @Override
  public void close() {
    pack.close();
  }
}
