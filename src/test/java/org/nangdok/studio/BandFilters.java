package org.nangdok.studio;

/** Energies of bands of equal width on the mel scale, by a plain Fourier transform. */
final class BandFilters {

  private static final double FLOOR = 1e-7;
  private static final double LOWEST = 80;
  private static final double HIGHEST = 8000;

  private final int window;
  private final double[] hann;
  private final int[] band;
  private final int bands;
  private final double[] cosines;
  private final int bins;

  BandFilters(int window, int rate, int bands) {
    this.window = window;
    this.bands = bands;
    hann = new double[window];
    cosines = new double[window];
    for (int i = 0; i < window; i++) {
      hann[i] = .5 - .5 * Math.cos(2 * Math.PI * (i + .5) / window);
      cosines[i] = Math.cos(2 * Math.PI * i / window);
    }
    bins = (int) (HIGHEST * window / rate);
    band = new int[bins + 1];
    double low = mel(LOWEST);
    double high = mel(HIGHEST);
    for (int k = 0; k <= bins; k++) {
      double place = (mel((double) k * rate / window) - low) / (high - low) * bands;
      band[k] = place < 0 ? -1 : Math.min(bands - 1, (int) place);
    }
  }

  private static double mel(double hertz) {
    return Math.log1p(hertz / 700);
  }

  double[] decibels(float[] sound, int from) {
    var windowed = new double[window];
    for (int i = 0; i < window; i++) {
      windowed[i] = sound[from + i] * hann[i];
    }
    var sums = new double[bands];
    var counts = new int[bands];
    for (int k = 1; k <= bins; k++) {
      if (band[k] < 0) {
        continue;
      }
      double real = 0;
      double imaginary = 0;
      int phase = 0;
      int quarter = window / 4;
      for (int i = 0; i < window; i++) {
        real += windowed[i] * cosines[phase];
        int shifted = phase + quarter;
        imaginary += windowed[i] * cosines[shifted >= window ? shifted - window : shifted];
        phase += k;
        if (phase >= window) {
          phase -= window;
        }
      }
      sums[band[k]] += real * real + imaginary * imaginary;
      counts[band[k]]++;
    }
    var decibels = new double[bands];
    for (int b = 0; b < bands; b++) {
      decibels[b] = 10 * Math.log10(sums[b] / Math.max(counts[b], 1) + FLOOR);
    }
    return decibels;
  }
}
