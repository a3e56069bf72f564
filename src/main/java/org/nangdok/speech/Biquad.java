package org.nangdok.speech;

/**
 * A second-order filter (Robert Bristow-Johnson's Audio EQ Cookbook): {@code y = b0 x + b1 x' + b2
 * x'' - a1 y' - a2 y''}, normalised.
 */
public record Biquad(double b0, double b1, double b2, double a1, double a2) {

  /** Lets low frequencies pass. */
  public static Biquad lowPass(double hertz, double quality, int sampleRate) {
    return pass(hertz, quality, sampleRate, -1);
  }

  /** Lets high frequencies pass. */
  public static Biquad highPass(double hertz, double quality, int sampleRate) {
    return pass(hertz, quality, sampleRate, 1);
  }

  /**
   * Raises or lowers what lies around a frequency.
   *
   * @param decibels at the frequency itself
   */
  public static Biquad peak(double hertz, double decibels, double quality, int sampleRate) {
    double amplitude = Math.pow(10, decibels / 40);
    double w = 2 * Math.PI * hertz / sampleRate;
    double alpha = Math.sin(w) / (2 * quality);
    double middle = -2 * Math.cos(w);
    return normalised(
        1 + alpha * amplitude,
        middle,
        1 - alpha * amplitude,
        1 + alpha / amplitude,
        middle,
        1 - alpha / amplitude);
  }

  /** Raises or lowers what lies below a frequency. */
  public static Biquad lowShelf(double hertz, double decibels, double quality, int sampleRate) {
    return shelf(hertz, decibels, quality, sampleRate, 1);
  }

  /** Raises or lowers what lies above a frequency. */
  public static Biquad highShelf(double hertz, double decibels, double quality, int sampleRate) {
    return shelf(hertz, decibels, quality, sampleRate, -1);
  }

  private static Biquad pass(double hertz, double quality, int sampleRate, int sign) {
    double w = 2 * Math.PI * hertz / sampleRate;
    double alpha = Math.sin(w) / (2 * quality);
    double cos = Math.cos(w);
    double middle = 1 + sign * cos;
    return normalised(middle / 2, -sign * middle, middle / 2, 1 + alpha, -2 * cos, 1 - alpha);
  }

  /**
   * @param side 1 for below, -1 for above
   */
  private static Biquad shelf(
      double hertz, double decibels, double quality, int sampleRate, int side) {
    double amplitude = Math.pow(10, decibels / 40);
    double w = 2 * Math.PI * hertz / sampleRate;
    double cos = side * Math.cos(w);
    double slope = Math.sqrt(amplitude) * Math.sin(w) / quality;
    double more = amplitude + 1;
    double less = amplitude - 1;
    return normalised(
        amplitude * (more - less * cos + slope),
        side * 2 * amplitude * (less - more * cos),
        amplitude * (more - less * cos - slope),
        more + less * cos + slope,
        -side * 2 * (less + more * cos),
        more + less * cos - slope);
  }

  private static Biquad normalised(
      double b0, double b1, double b2, double a0, double a1, double a2) {
    return new Biquad(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
  }

  /** Filters a signal in place. */
  public void filter(double[] signal) {
    double x1 = 0;
    double x2 = 0;
    double y1 = 0;
    double y2 = 0;
    for (int i = 0; i < signal.length; i++) {
      double x = signal[i];
      double y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      signal[i] = y;
    }
  }

  /** The samples as a signal. */
  public static double[] signal(short[] samples) {
    var signal = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      signal[i] = samples[i];
    }
    return signal;
  }

  /** A signal as samples; what is too loud for them is cut off. */
  public static short[] samples(double[] signal) {
    var samples = new short[signal.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (short) Math.clamp(Math.round(signal[i]), (long) Short.MIN_VALUE, (long) Short.MAX_VALUE);
    }
    return samples;
  }
}
