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

  /** How far from a sample the curve still depends on it, in samples, one of them for rounding. */
  static final int REACH = SMOOTH + 1;

  private static final double KAISER_BETA = 8.6; // about 90 dB of stop-band attenuation

  private Resampler() {}

  /**
   * @param input samples at {@code from} per second
   * @return the same sound at {@code to} per second
   */
  public static float[] convert(float[] input, int from, int to) {
    if (from == to) {
      return input;
    }
    int divisor = gcd(from, to);
    double cutoff = Math.min(1.0, (double) to / from);
    int half = (int) Math.ceil(SHARP / cutoff);
    float[][] filter = filter(to / divisor, half, cutoff * 0.955);
    return filtered(input, filter, from / divisor, 0, (int) ((long) input.length * to / from));
  }

  /**
   * The same sound with so many times as many samples, made quickly: to look at, not to hear.
   *
   * @param from the first sample of the part that is wanted
   * @param to the one after its last
   */
  static float[] oversampled(float[] input, int from, int to, int times) {
    return filtered(input, filter(times, SMOOTH, 0.96), 1, from * times, to * times);
  }

  /** From one and to before another sample of the output. */
  private static float[] filtered(float[] input, float[][] filter, int step, int from, int to) {
    int half = filter[0].length / 2;
    var output = new float[to - from];
    for (int n = from; n < to; n++) {
      long position = (long) n * step;
      int first = (int) (position / filter.length) - half + 1;
      float[] taps = filter[(int) (position % filter.length)];
      int low = Math.max(0, -first);
      int high = Math.min(taps.length, input.length - first);
      float sum = 0;
      for (int k = low; k < high; k++) {
        sum += taps[k] * input[first + k];
      }
      output[n - from] = sum;
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
