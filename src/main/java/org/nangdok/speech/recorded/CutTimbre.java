package org.nangdok.speech.recorded;

/**
 * What a sound is like at one place: twelve cepstral coefficients of 20 ms on the mel scale (Davis
 * and Mermelstein 1980), scaled so that different instances of one vowel are about 1 apart, and its
 * level.
 */
final class CutTimbre {

  private static final int WINDOW = 512;
  private static final int BANDS = 22;
  private static final int COEFFICIENTS = 12;
  private static final double HIGHEST = 7500;
  private static final double SCALE = 1 / 9.0;
  private static final double LEVEL = .3;

  private final double[] hann = new double[WINDOW];
  private final int[] band = new int[WINDOW / 2];
  private final double[] real = new double[WINDOW];
  private final double[] imaginary = new double[WINDOW];

  CutTimbre() {
    for (int i = 0; i < WINDOW; i++) {
      hann[i] = .5 - .5 * Math.cos(2 * Math.PI * (i + .5) / WINDOW);
    }
    for (int k = 0; k < band.length; k++) {
      double hertz = (double) k * Inventory.SAMPLE_RATE / WINDOW;
      band[k] = hertz > HIGHEST ? -1 : (int) (mel(hertz) / mel(HIGHEST + 1) * BANDS);
    }
  }

  private static double mel(double hertz) {
    return Math.log1p(hertz / 700);
  }

  float[] of(short[] sound, int middle) {
    for (int i = 0; i < WINDOW; i++) {
      int at = middle - WINDOW / 2 + i;
      real[i] = at < 0 || at >= sound.length ? 0 : sound[at] * hann[i] / 32768;
      imaginary[i] = 0;
    }
    transform();
    var energy = new double[BANDS];
    for (int k = 1; k < band.length; k++) {
      if (band[k] >= 0) {
        energy[band[k]] += real[k] * real[k] + imaginary[k] * imaginary[k];
      }
    }
    for (int b = 0; b < BANDS; b++) {
      energy[b] = 10 * Math.log10(energy[b] + 1e-4);
    }
    var timbre = new float[COEFFICIENTS + 1];
    for (int c = 0; c <= COEFFICIENTS; c++) {
      double sum = 0;
      for (int b = 0; b < BANDS; b++) {
        sum += energy[b] * Math.cos(Math.PI * c * (b + .5) / BANDS);
      }
      timbre[c] = (float) (sum * 2 / BANDS * SCALE * (c == 0 ? LEVEL : 1));
    }
    return timbre;
  }

  /** Fast Fourier transform in place (Cooley and Tukey 1965). */
  private void transform() {
    for (int i = 1, j = 0; i < WINDOW; i++) {
      int bit = WINDOW >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double swap = real[i];
        real[i] = real[j];
        real[j] = swap;
      }
    }
    for (int length = 2; length <= WINDOW; length <<= 1) {
      double angle = -2 * Math.PI / length;
      for (int k = 0; k < length / 2; k++) {
        double cos = Math.cos(angle * k);
        double sin = Math.sin(angle * k);
        for (int i = k; i < WINDOW; i += length) {
          int j = i + length / 2;
          double r = real[j] * cos - imaginary[j] * sin;
          double m = real[j] * sin + imaginary[j] * cos;
          real[j] = real[i] - r;
          imaginary[j] = imaginary[i] - m;
          real[i] += r;
          imaginary[i] += m;
        }
      }
    }
  }
}
