package org.nangdok.speech;

/**
 * Sound as it comes down a telephone line: 300 to 3400 Hz (ITU-T G.712), each edge a Butterworth
 * filter of the fourth order.
 */
public final class Telephone {

  private static final double LOWEST = 300;
  private static final double HIGHEST = 3400;

  /** The two sections of a fourth-order Butterworth filter. */
  private static final double[] QUALITIES = {0.5412, 1.3066};

  private Telephone() {}

  /** The sound limited to the line's band; the given samples are left as they are. */
  public static short[] line(short[] samples, int sampleRate) {
    var signal = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      signal[i] = samples[i];
    }
    for (double quality : QUALITIES) {
      filter(signal, LOWEST / sampleRate, quality, true);
      filter(signal, HIGHEST / sampleRate, quality, false);
    }
    var out = new short[samples.length];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          (short) Math.clamp(Math.round(signal[i]), (long) Short.MIN_VALUE, (long) Short.MAX_VALUE);
    }
    return out;
  }

  /** One biquad section (Robert Bristow-Johnson's Audio EQ Cookbook), in place. */
  private static void filter(double[] signal, double frequency, double quality, boolean high) {
    double w = 2 * Math.PI * frequency;
    double alpha = Math.sin(w) / (2 * quality);
    double cos = Math.cos(w);
    double norm = 1 + alpha;
    double outer = (high ? 1 + cos : 1 - cos) / 2 / norm;
    double inner = (high ? -(1 + cos) : 1 - cos) / norm;
    double a1 = -2 * cos / norm;
    double a2 = (1 - alpha) / norm;
    double x1 = 0;
    double x2 = 0;
    double y1 = 0;
    double y2 = 0;
    for (int i = 0; i < signal.length; i++) {
      double x = signal[i];
      double y = outer * x + inner * x1 + outer * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      signal[i] = y;
    }
  }
}
