package org.nangdok.studio;

/** Energy and spectral change of a sound, every 5 ms. */
final class Spectrum {

  static final int HOP = 120;
  private static final int BANDS = 20;
  private static final int WINDOW = 480;
  private static final double FLOOR = 1e-5;
  private static final double QUIET = -60;
  private static final int LOW_BANDS = 5;
  private static final double LOW_FLOOR = -35;

  private final double[][] bands;
  private final double[] decibels;

  Spectrum(float[] sound) {
    int frames = Math.max(0, (sound.length - WINDOW) / HOP + 1);
    bands = new double[frames][];
    decibels = new double[frames];
    var filters = new BandFilters(WINDOW, Kokoro.SAMPLE_RATE, BANDS);
    for (int i = 0; i < frames; i++) {
      bands[i] = filters.decibels(sound, i * HOP);
    }
    for (int i = 0; i < frames; i++) {
      double sum = 0;
      int from = i * HOP + WINDOW / 2 - HOP / 2;
      for (int s = from; s < from + HOP; s++) {
        sum += sound[s] * sound[s];
      }
      decibels[i] = 20 * Math.log10(Math.sqrt(sum / HOP) + FLOOR);
    }
  }

  int frames() {
    return bands.length;
  }

  /** The frame whose middle a sample is nearest to. */
  int frame(int sample) {
    return Math.clamp(Math.round((sample - WINDOW / 2) / (float) HOP), 0, frames() - 1);
  }

  int sample(int frame) {
    return frame * HOP + WINDOW / 2;
  }

  /** Root mean square of 5 ms, in decibels below full scale. */
  double decibels(int frame) {
    return decibels[Math.clamp(frame, 0, frames() - 1)];
  }

  /** How much louder it is 10 ms after a frame than 10 ms before, in decibels. */
  double rise(int frame) {
    return mean(decibels, frame + 1) - mean(decibels, frame - 2);
  }

  /** The same below 700 Hz, where voicing is. */
  double lowRise(int frame) {
    return low(frame + 2) - low(frame - 2);
  }

  private double low(int frame) {
    double[] all = bands[Math.clamp(frame, 0, frames() - 1)];
    double sum = 0;
    for (int b = 0; b < LOW_BANDS; b++) {
      sum += Math.max(all[b], LOW_FLOOR);
    }
    return sum / LOW_BANDS;
  }

  private double mean(double[] values, int frame) {
    double one = values[Math.clamp(frame, 0, frames() - 1)];
    double other = values[Math.clamp(frame + 1, 0, frames() - 1)];
    return (Math.max(one, QUIET) + Math.max(other, QUIET)) / 2;
  }

  /** How much the 15 ms after a frame differ from the 15 ms before it. */
  double change(int frame) {
    double sum = 0;
    for (int b = 0; b < BANDS; b++) {
      double before = 0;
      double after = 0;
      for (int k = 1; k <= 3; k++) {
        before += bands[Math.clamp(frame - k, 0, frames() - 1)][b];
        after += bands[Math.clamp(frame + k, 0, frames() - 1)][b];
      }
      sum += (after - before) * (after - before);
    }
    return Math.sqrt(sum / BANDS) / 3;
  }
}
