package org.nangdok.speech.neural.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound of some frames only is that part of the whole sound. */
class KokoroModelTest {

  private static final int FRAME = KokoroModel.SAMPLES_A_FRAME;

  @TempDir static Path folder;

  private static Path pack;

  @BeforeAll
  static void write() throws IOException {
    pack = SmallKokoro.write(folder.resolve("pack"));
  }

  @Test
  void aWindowHasItsFramesOnly() {
    try (KokoroModel model = KokoroModel.open(pack.resolve("model.onnx"), 1)) {
      var text = new KokoroModel.Text(new long[] {30, 40, 50}, style(1), 1);
      float[] frames = {2, 4, 4, 4, 2};

      float[] whole = model.speak(text, frames, null);
      float[] part = model.speak(text, frames, null, new Window(5, 9));

      assertThat(whole).hasSize(16 * FRAME);
      assertThat(part).hasSize(4 * FRAME);
      for (int frame = 0; frame < 4; frame++) {
        assertThat(power(part, frame)).isCloseTo(power(whole, 5 + frame), within(.03));
      }
    }
  }

  /** Root of the mean square of one frame. */
  static double power(float[] samples, int frame) {
    double sum = 0;
    for (int i = frame * FRAME; i < (frame + 1) * FRAME; i++) {
      sum += samples[i] * samples[i];
    }
    return Math.sqrt(sum / FRAME);
  }

  private static float[] style(float value) {
    float[] style = new float[Styles.WIDTH];
    Arrays.fill(style, value);
    return style;
  }
}
