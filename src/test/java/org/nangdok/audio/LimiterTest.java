package org.nangdok.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterTest {

  private static final float CEILING = (float) Math.pow(10, -2.0 / 20);

  /** Loud words, quiet ones between them, and the ends. */
  @ParameterizedTest
  @CsvSource({"90, 1", "140, 1.6", "230, 3", "310, .8", "180, 12"})
  void whereTheCurveIsDrawnOnlyAroundLoudSamplesTheSoundIsAsIfItWereDrawnEverywhere(
      int pitch, float factor) {
    short[] voice = Tones.voice(pitch, 1_500, 24_000).samples();
    float[] sound = new float[voice.length];
    for (int i = 0; i < voice.length; i++) {
      float word = .05f + (float) Math.abs(Math.sin(i * Math.PI / 9_000));
      sound[i] = factor * word * voice[i] / 32768;
    }
    float[] expected = everywhere(sound);
    Limiter.limit(sound, 24_000);
    assertThat(sound).isEqualTo(expected);
  }

  private static float[] everywhere(float[] samples) {
    float[] curve = Resampler.oversampled(samples, 0, samples.length, 4);
    float[] wanted = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      float peak = Math.abs(samples[i]);
      for (int k = Math.max(0, 4 * i - 4); k <= Math.min(curve.length - 1, 4 * i + 4); k++) {
        peak = Math.max(peak, Math.abs(curve[k]));
      }
      wanted[i] = peak > CEILING ? CEILING / peak : 1;
    }
    for (int i = wanted.length - 2; i >= 0; i--) {
      wanted[i] = Math.min(wanted[i], wanted[i + 1] + 1f / 120);
    }
    float release = (float) Math.exp(-1.0 / (24_000 * 60 / 1000.0));
    float gain = 1;
    float[] limited = samples.clone();
    for (int i = 0; i < limited.length; i++) {
      gain = Math.min(wanted[i], 1 - (1 - gain) * release);
      limited[i] *= gain;
    }
    return limited;
  }
}
