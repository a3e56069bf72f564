package org.nangdok.audio;

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

  /** The gain that each sample and the curve around it may have; empty if all may stay as it is. */
  private static float[] wantedGain(float[] samples, int rate) {
    float highest = 0;
    for (float sample : samples) {
      highest = Math.max(highest, Math.abs(sample));
    }
    if (highest < CEILING * 0.7f) { // the curve between samples of speech never rises by 3 dB
      return new float[0];
    }
    float[] curve = Resampler.oversampled(samples, OVERSAMPLING);
    var wanted = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      float peak = Math.abs(samples[i]);
      int from = Math.max(0, (i - 1) * OVERSAMPLING);
      int to = Math.min(curve.length, (i + 1) * OVERSAMPLING + 1);
      for (int k = from; k < to; k++) {
        peak = Math.max(peak, Math.abs(curve[k]));
      }
      wanted[i] = peak > CEILING ? CEILING / peak : 1;
    }
    return wanted;
  }
}
