package org.nangdok.speech.neural.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nangdok.speech.neural.kokoro.KokoroModelTest.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nangdok.speech.neural.RealPacks;

/** Sound of some frames only, by the published network, where the machine has it. */
class RealKokoroWindowTest {

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
}
