package org.nangdok.audio;

/**
 * Converts between sample rates by a polyphase windowed-sinc filter (Kaiser window, Oppenheim &
 * Schafer, Discrete-Time Signal Processing, 7.5).
 */
final class Resampler {

  private static final int HALF_WIDTH = 24;
  private static final double KAISER_BETA = 8.6; // about 90 dB of stop-band attenuation

  private Resampler() {}

  /**
   * @param input samples at {@code from} per second
   * @return the same sound at {@code to} per second
   */
  static float[] convert(float[] input, int from, int to) {
    if (from == to) {
      return input;
    }
    int divisor = gcd(from, to);
    int phases = to / divisor;
    int step = from / divisor;
    float[][] filter = filter(phases, Math.min(1.0, (double) to / from));
    int length = (int) ((long) input.length * to / from);
    var output = new float[length];
    for (int n = 0; n < length; n++) {
      long position = (long) n * step;
      int centre = (int) (position / phases);
      float[] taps = filter[(int) (position % phases)];
      int first = centre - HALF_WIDTH + 1;
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

  private static float[][] filter(int phases, double cutoff) {
    // The pass band ends a little below the lower Nyquist frequency, so that nothing folds back.
    double band = cutoff * 0.96;
    var filter = new float[phases][2 * HALF_WIDTH];
    for (int phase = 0; phase < phases; phase++) {
      double fraction = (double) phase / phases;
      double sum = 0;
      for (int k = 0; k < 2 * HALF_WIDTH; k++) {
        double x = k - HALF_WIDTH + 1 - fraction;
        double tap = band * sinc(band * x) * kaiser(x / HALF_WIDTH);
        filter[phase][k] = (float) tap;
        sum += tap;
      }
      for (int k = 0; k < 2 * HALF_WIDTH; k++) {
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
