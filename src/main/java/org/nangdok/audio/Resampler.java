package org.nangdok.audio;

/**
 * Converts between sample rates by a polyphase windowed-sinc filter (Kaiser window, Oppenheim &
 * Schafer, Discrete-Time Signal Processing, 7.5).
 */
public final class Resampler {

  /** Taps on each side, in samples of the lower rate: what folds back is 80 dB down. */
  private static final int SHARP = 64;

  /** Enough to see peaks between samples. */
  private static final int SMOOTH = 24;

  private static final double KAISER_BETA = 8.6; // about 90 dB of stop-band attenuation

  private Resampler() {}

  /**
   * @param input samples at {@code from} per second
   * @return the same sound at {@code to} per second
   */
  public static float[] convert(float[] input, int from, int to) {
    return from == to ? input : convert(input, from, to, SHARP, 0.955);
  }

  /** The same sound with so many times as many samples, made quickly: to look at, not to hear. */
  static float[] oversampled(float[] input, int times) {
    return convert(input, 1, times, SMOOTH, 0.96);
  }

  private static float[] convert(float[] input, int from, int to, int width, double edge) {
    int divisor = gcd(from, to);
    int phases = to / divisor;
    int step = from / divisor;
    double cutoff = Math.min(1.0, (double) to / from);
    int half = (int) Math.ceil(width / cutoff);
    float[][] filter = filter(phases, half, cutoff * edge);
    int length = (int) ((long) input.length * to / from);
    var output = new float[length];
    for (int n = 0; n < length; n++) {
      long position = (long) n * step;
      int centre = (int) (position / phases);
      float[] taps = filter[(int) (position % phases)];
      int first = centre - half + 1;
      int low = Math.max(0, -first);
      int high = Math.min(taps.length, input.length - first);
      float sum = 0;
      for (int k = low; k < high; k++) {
        sum += taps[k] * input[first + k];
      }
      output[n] = sum;
    }
    return output;
  }

  /**
   * @param band where the pass band ends, as a share of the input's Nyquist frequency: a little
   *     below the lower Nyquist frequency, so that nothing folds back
   */
  private static float[][] filter(int phases, int half, double band) {
    var filter = new float[phases][2 * half];
    for (int phase = 0; phase < phases; phase++) {
      double fraction = (double) phase / phases;
      double sum = 0;
      for (int k = 0; k < 2 * half; k++) {
        double x = k - half + 1 - fraction;
        double tap = band * sinc(band * x) * kaiser(x / half);
        filter[phase][k] = (float) tap;
        sum += tap;
      }
      for (int k = 0; k < 2 * half; k++) {
        filter[phase][k] /= (float) sum;
      }
    }
    return filter;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  private static double kaiser(double x) {
    return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
  }

  /** Modified Bessel function of the first kind, order 0. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > 1e-12 * sum; k++) {
      term *= (x / 2 / k) * (x / 2 / k);
      sum += term;
    }
    return sum;
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
