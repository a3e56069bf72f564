package org.nangdok.speech.korean;

import java.util.ArrayList;
import java.util.List;

/**
 * What a voice sounds like apart from its words: means and spreads of its mel-frequency cepstrum.
 * The spectrum is that of 16 kHz sound.
 */
record Timbre(double[] mean, double[] spread) {

  private static final int BANDS = 26;
  private static final int COEFFICIENTS = 13;
  private static final int FRAME = 512;
  private static final double HIGHEST = 8000;
  private static final double[] COSINES = new double[FRAME];

  static {
    for (int i = 0; i < FRAME; i++) {
      COSINES[i] = Math.cos(2 * Math.PI * i / FRAME);
    }
  }

  static Timbre of(List<short[]> sounds, int rate) {
    var frames = new ArrayList<double[]>();
    for (short[] sound : sounds) {
      for (int from = 0; from + FRAME <= sound.length; from += 2 * FRAME) {
        double[] cepstrum = cepstrum(sound, from, rate);
        if (cepstrum.length > 0) {
          frames.add(cepstrum);
        }
      }
    }
    var mean = new double[COEFFICIENTS];
    var spread = new double[COEFFICIENTS];
    for (int c = 0; c < COEFFICIENTS; c++) {
      for (double[] frame : frames) {
        mean[c] += frame[c] / frames.size();
      }
      for (double[] frame : frames) {
        spread[c] += Math.pow(frame[c] - mean[c], 2) / frames.size();
      }
      spread[c] = Math.sqrt(spread[c]);
    }
    return new Timbre(mean, spread);
  }

  /** Distance in spreads: the root of the mean square over the coefficients, loudness left out. */
  double distance(Timbre other) {
    double sum = 0;
    for (int c = 1; c < COEFFICIENTS; c++) {
      double unit = (spread[c] + other.spread[c]) / 2;
      sum += Math.pow((mean[c] - other.mean[c]) / unit, 2);
    }
    return Math.sqrt(sum / (COEFFICIENTS - 1));
  }

  private static double[] cepstrum(short[] sound, int from, int rate) {
    double energy = 0;
    var real = new double[FRAME];
    for (int i = 0; i < FRAME; i++) {
      energy += (double) sound[from + i] * sound[from + i];
      real[i] = sound[from + i] * (.54 - .46 * Math.cos(2 * Math.PI * i / (FRAME - 1)));
    }
    if (Math.sqrt(energy / FRAME) < 300) {
      return new double[0];
    }
    var power = new double[FRAME / 2];
    for (int k = 0; k < power.length; k++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < FRAME; i++) {
        int turn = k * i % FRAME;
        re += real[i] * COSINES[turn];
        im += real[i] * COSINES[(turn + FRAME / 4) % FRAME];
      }
      power[k] = re * re + im * im;
    }
    var bands = new double[BANDS];
    for (int b = 0; b < BANDS; b++) {
      double low = hertz(b);
      double middle = hertz(b + 1);
      double high = hertz(b + 2);
      double sum = 1;
      for (int k = 0; k < power.length; k++) {
        double f = (double) k * rate / FRAME;
        if (f > low && f < high) {
          sum +=
              power[k] * (f < middle ? (f - low) / (middle - low) : (high - f) / (high - middle));
        }
      }
      bands[b] = Math.log(sum);
    }
    var cepstrum = new double[COEFFICIENTS];
    for (int c = 0; c < COEFFICIENTS; c++) {
      for (int b = 0; b < BANDS; b++) {
        cepstrum[c] += bands[b] * Math.cos(Math.PI * c * (b + .5) / BANDS);
      }
    }
    return cepstrum;
  }

  private static double hertz(int band) {
    double top = 2595 * Math.log10(1 + HIGHEST / 700);
    return 700 * (Math.pow(10, top * band / (BANDS + 1) / 2595) - 1);
  }
}
