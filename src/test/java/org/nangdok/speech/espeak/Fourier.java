package org.nangdok.speech.espeak;

/** The power spectrum of a frame whose length is a power of two (Cooley and Tukey). */
final class Fourier {

  private Fourier() {}

  /** Power of the first half of the frequencies. */
  static double[] power(double[] frame) {
    int n = frame.length;
    var real = new double[n];
    var imaginary = new double[n];
    int bits = Integer.numberOfTrailingZeros(n);
    for (int i = 0; i < n; i++) {
      real[Integer.reverse(i) >>> (32 - bits)] = frame[i];
    }
    for (int size = 2; size <= n; size *= 2) {
      for (int start = 0; start < n; start += size) {
        for (int k = 0; k < size / 2; k++) {
          butterfly(real, imaginary, start + k, start + k + size / 2, -2 * Math.PI * k / size);
        }
      }
    }
    var power = new double[n / 2];
    for (int k = 0; k < power.length; k++) {
      power[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
    }
    return power;
  }

  private static void butterfly(double[] real, double[] imaginary, int a, int b, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double re = real[b] * cos - imaginary[b] * sin;
    double im = real[b] * sin + imaginary[b] * cos;
    real[b] = real[a] - re;
    imaginary[b] = imaginary[a] - im;
    real[a] += re;
    imaginary[a] += im;
  }
}
