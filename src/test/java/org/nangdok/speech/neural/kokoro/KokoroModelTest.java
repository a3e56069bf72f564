package org.nangdok.speech.neural.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.neural.RealPacks;

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

  @Test
  void theRealNetworkMakesTheSameSoundOfAPart() {
    Path real = RealPacks.folder("kokoro-82m");
    try (KokoroPack kokoro = KokoroPack.open(real, 2)) {
      var symbols = Arrays.stream("kaŋbjʌne namuɾɯl".split("")).toList();
      long[] numbers = kokoro.vocabulary().numbers(symbols);
      var text =
          new KokoroModel.Text(
              numbers, kokoro.styles().mixed(Map.of("jf_alpha", 1.0), numbers.length), 1);
      float[] frames = kokoro.model().predict(text).frames();
      frames[0] = 17;
      int all = 0;
      for (float length : frames) {
        all += (int) length;
      }

      float[] whole = kokoro.model().speak(text, frames, null);
      float[] part = kokoro.model().speak(text, frames, null, new Window(10, all));

      double loudest = 0;
      for (int frame = 10; frame < all; frame++) {
        loudest = Math.max(loudest, power(whole, frame));
      }
      List<Double> differences = new ArrayList<>();
      for (int frame = 10; frame < all; frame++) {
        if (power(whole, frame) > loudest / 10) {
          differences.add(Math.abs(decibels(power(part, frame - 10) / power(whole, frame))));
        }
      }
      assertThat(differences).hasSizeGreaterThan(20);
      assertThat(differences.stream().mapToDouble(d -> d).average().orElseThrow()).isLessThan(1.5);
    }
  }

  private static double decibels(double ratio) {
    return 20 * Math.log10(ratio);
  }

  /** Root of the mean square of one frame. */
  private static double power(float[] samples, int frame) {
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
