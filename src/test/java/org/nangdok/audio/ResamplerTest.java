package org.nangdok.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes and what folds back, at the rates that engines and clients have. */
class ResamplerTest {

  @ParameterizedTest
  @CsvSource({
    "22050, 24000, 9500",
    "48000, 24000, 10500",
    "44100, 24000, 10500",
    "16000, 24000, 7000",
    "24000, 16000, 7000",
    "24000, 8000, 3500"
  })
  void whatBothRatesCanCarryPasses(int from, int to, int hertz) {
    float[] converted = Resampler.convert(Tones.sine(hertz, 1, 1_000, from), from, to);
    assertThat(converted).hasSize(to);
    assertThat(level(converted)).isBetween(-3.2, -2.9);
  }

  @ParameterizedTest
  @CsvSource({
    "48000, 24000, 12700",
    "48000, 24000, 20000",
    "44100, 24000, 12700",
    "24000, 16000, 8500",
    "24000, 8000, 4300"
  })
  void whatTheLowerRateCannotCarryDoesNotFoldBack(int from, int to, int hertz) {
    assertThat(level(Resampler.convert(Tones.sine(hertz, 1, 1_000, from), from, to)))
        .isLessThan(-75);
  }

  /** Root mean square of the middle, in dBFS. */
  private static double level(float[] samples) {
    double sum = 0;
    int edge = samples.length / 10;
    for (int i = edge; i < samples.length - edge; i++) {
      sum += samples[i] * samples[i];
    }
    return 10 * Math.log10(sum / (samples.length - 2 * edge) + 1e-15);
  }
}
