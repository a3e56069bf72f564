package org.nangdok.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds sound below a ceiling by lowering the gain smoothly around peaks: 5 ms look-ahead, 60 ms
 * release, peaks found between the samples (four times the rate, as in BS.1770 annex 2).
 */
final class Limiter {

  /** -2 dBTP: a decibel is left for what the encoder adds to the pulses of a low voice. */
  private static final float CEILING = (float) Math.pow(10, -2.0 / 20);

  private static final int LOOK_AHEAD_MILLIS = 5;
  private static final int RELEASE_MILLIS = 60;
  private static final int OVERSAMPLING = 4;

  /** The curve between samples of speech never rises by 3 dB above those around it. */
  private static final float LOUD = CEILING * 0.7f;

  private Limiter() {}

  /** Changes the samples in place. */
  static void limit(float[] samples, int rate) {
    float[] wanted = wantedGain(samples, rate);
    if (wanted.length == 0) {
      return;
    }
    int ahead = rate * LOOK_AHEAD_MILLIS / 1000;
    float release = (float) Math.exp(-1.0 / (rate * RELEASE_MILLIS / 1000.0));
    // Backwards: the gain comes down in a straight line towards each peak.
    for (int i = wanted.length - 2; i >= 0; i--) {
      wanted[i] = Math.min(wanted[i], wanted[i + 1] + 1f / ahead);
    }
    float gain = 1;
    for (int i = 0; i < samples.length; i++) {
      gain = Math.min(wanted[i], 1 - (1 - gain) * release);
      samples[i] *= gain;
    }
  }

  /**
   * The gain that each sample and the curve around it may have; empty if all may stay as it is.
   * Only where samples are loud can the curve rise above the ceiling, so only there is it drawn.
   */
  private static float[] wantedGain(float[] samples, int rate) {
    List<Stretch> loud = loud(samples);
    if (loud.isEmpty()) {
      return new float[0];
    }
    var wanted = new float[samples.length];
    Arrays.fill(wanted, 1);
    for (Stretch stretch : loud) {
      hold(stretch, samples, wanted);
    }
    return wanted;
  }

  /** Samples from {@code from} to before {@code to}. */
  private record Stretch(int from, int to) {}

  /** Loud samples and all whose curve they shape, in their order, none twice. */
  private static List<Stretch> loud(float[] samples) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    int to = 0;
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(samples[i]) < LOUD) {
        continue;
      }
      if (i - Resampler.REACH > to) {
        stretches.add(new Stretch(from, to));
        from = i - Resampler.REACH;
      }
      to = Math.min(samples.length, i + Resampler.REACH + 1);
    }
    stretches.add(new Stretch(from, to));
    stretches.removeIf(stretch -> stretch.from() == stretch.to());
    return stretches;
  }

  private static void hold(Stretch stretch, float[] samples, float[] wanted) {
    int from = Math.max(0, stretch.from() - 1);
    int to = Math.min(samples.length, stretch.to() + 1);
    float[] curve = Resampler.oversampled(samples, from, to, OVERSAMPLING);
    for (int i = stretch.from(); i < stretch.to(); i++) {
      float peak = Math.abs(samples[i]);
      int first = Math.max(0, (i - 1 - from) * OVERSAMPLING);
      int end = Math.min(curve.length, (i + 1 - from) * OVERSAMPLING + 1);
      for (int k = first; k < end; k++) {
        peak = Math.max(peak, Math.abs(curve[k]));
      }
      wanted[i] = peak > CEILING ? CEILING / peak : 1;
    }
  }
}
