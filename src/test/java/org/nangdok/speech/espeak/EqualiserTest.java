package org.nangdok.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.VoicesFolder;

/** What the filters of a user's own {@code equaliser.tsv} do to a sine. */
class EqualiserTest {

  private static final int RATE = 22_050;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "low-shelf, 300, 6, .7, 60, 6",
    "low-shelf, 300, 6, .7, 5000, 0",
    "peak, 1000, -9, 1, 1000, -9",
    "peak, 1000, -9, 1, 60, 0",
    "high-shelf, 3000, -8, .7, 10000, -8",
    "high-shelf, 3000, -8, .7, 100, 0"
  })
  void aFilterChangesItsOwnBandOnly(
      String filter, String at, String by, String quality, double hertz, double decibels)
      throws IOException {
    Equaliser equaliser = equaliser(String.join("\t", "one", filter, at, by, quality) + "\n");

    short[] heard = equaliser.apply("one", sine(hertz));

    assertThat(level(heard) - level(sine(hertz))).isCloseTo(decibels, within(.4));
    assertThat(equaliser.apply("other", sine(hertz))).isEqualTo(sine(hertz));
  }

  @Test
  void aSpeakerWithLinesOfItsOwnHasOnlyThose() throws IOException {
    Equaliser equaliser = equaliser("*\tpeak\t1000\t-9\t1\none\tpeak\t1000\t3\t1\n");

    assertThat(level(equaliser.apply("one", sine(1000))) - level(sine(1000)))
        .isCloseTo(3, within(.4));
    assertThat(level(equaliser.apply("other", sine(1000))) - level(sine(1000)))
        .isCloseTo(-9, within(.4));
  }

  @ParameterizedTest
  @CsvSource({
    "notch, 1000, 3, 1, a filter is",
    "peak, 20000, 3, 1, hertz must be",
    "peak, 1000, 30, 1, decibels must be",
    "peak, 1000, 3, 0, quality must be"
  })
  void aBadLineIsNamed(String filter, String hertz, String decibels, String quality, String said) {
    String line = String.join("\t", "one", filter, hertz, decibels, quality);
    assertThatThrownBy(() -> equaliser("# comment\n" + line + "\n"))
        .hasMessageContaining("equaliser.tsv:2")
        .hasMessageContaining(said);
  }

  private Equaliser equaliser(String lines) throws IOException {
    Files.createDirectories(folder.resolve("espeak"));
    Files.writeString(folder.resolve("espeak/equaliser.tsv"), lines);
    return new Equaliser(VoicesFolder.over(folder), RATE);
  }

  private static short[] sine(double hertz) {
    var samples = new short[RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (5000 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return samples;
  }

  private static double level(short[] samples) {
    double sum = 0;
    for (int i = RATE / 4; i < samples.length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return 10 * Math.log10(sum);
  }
}
