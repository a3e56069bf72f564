package org.nangdok.speech.korean;

/** Finds the fundamental frequency of a voice at one place by normalised autocorrelation. */
final class PitchTracker {

  private static final double PERIODS = 3;
  private static final double CLEARLY_VOICED = .6;

  private PitchTracker() {}

  /**
   * The frequency around a sample.
   *
   * @param lowest hertz
   * @param highest hertz
   * @return hertz, or NaN where nothing is voiced
   */
  static double hertz(short[] samples, int rate, int at, double lowest, double highest) {
    int shortest = (int) (rate / highest);
    int longest = (int) (rate / lowest);
    int window = (int) (PERIODS * longest / 2);
    int from = at - window / 2 - longest / 2;
    if (from < 0 || from + window + longest + 1 >= samples.length) {
      return Double.NaN;
    }
    var likeness = new double[longest + 2];
    double best = 0;
    for (int lag = shortest - 1; lag <= longest + 1; lag++) {
      likeness[lag] = correlation(samples, from, window, lag);
      best = Math.max(best, likeness[lag]);
    }
    if (best < CLEARLY_VOICED) {
      return Double.NaN;
    }
    // The first peak that is nearly the best: two periods correlate as well as one.
    for (int lag = shortest; lag <= longest; lag++) {
      double left = likeness[lag - 1];
      double middle = likeness[lag];
      double right = likeness[lag + 1];
      if (middle > .93 * best && middle >= left && middle >= right) {
        double bend = left - 2 * middle + right;
        double shift = bend == 0 ? 0 : (left - right) / (2 * bend);
        return rate / (lag + shift);
      }
    }
    return Double.NaN;
  }

  private static double correlation(short[] samples, int from, int window, int lag) {
    double cross = 0;
    double one = 0;
    double other = 0;
    for (int i = from; i < from + window; i++) {
      cross += (double) samples[i] * samples[i + lag];
      one += (double) samples[i] * samples[i];
      other += (double) samples[i + lag] * samples[i + lag];
    }
    return cross / Math.sqrt(one * other + 1);
  }
}
