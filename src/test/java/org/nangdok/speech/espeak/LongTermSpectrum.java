package org.nangdok.speech.espeak;

import java.util.Arrays;

/**
 * How loud a voice is in each third of an octave over a long time (LTAS), in decibels against its
 * mean from 250 to 4000 Hz.
 */
record LongTermSpectrum(double[] bands) {

  private static final int[] CENTRES = {
    125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000,
    6300
  };
  private static final int FRAME = 2048;
  private static final double SILENT = 300;

  static LongTermSpectrum of(short[] sound, int rate) {
    var power = new double[FRAME / 2];
    for (int from = 0; from + FRAME <= sound.length; from += FRAME / 2) {
      add(sound, from, power);
    }
    var bands = new double[CENTRES.length];
    for (int b = 0; b < bands.length; b++) {
      double low = CENTRES[b] / Math.pow(2, 1 / 6.0);
      double high = CENTRES[b] * Math.pow(2, 1 / 6.0);
      double sum = 1e-9;
      for (int k = 0; k < power.length; k++) {
        double hertz = (double) k * rate / FRAME;
        sum += hertz >= low && hertz < high ? power[k] : 0;
      }
      bands[b] = 10 * Math.log10(sum);
    }
    double mean = 0;
    int count = 0;
    for (int b = 0; b < bands.length; b++) {
      if (CENTRES[b] >= 250 && CENTRES[b] <= 4000) {
        mean += bands[b];
        count++;
      }
    }
    double middle = mean / count;
    return new LongTermSpectrum(Arrays.stream(bands).map(band -> band - middle).toArray());
  }

  private static void add(short[] sound, int from, double[] power) {
    double energy = 0;
    var real = new double[FRAME];
    for (int i = 0; i < FRAME; i++) {
      energy += (double) sound[from + i] * sound[from + i];
      real[i] = sound[from + i] * (.5 - .5 * Math.cos(2 * Math.PI * i / FRAME));
    }
    if (Math.sqrt(energy / FRAME) < SILENT) {
      return;
    }
    double[] spectrum = Fourier.power(real);
    for (int k = 0; k < power.length; k++) {
      power[k] += spectrum[k];
    }
  }

  /**
   * Root mean square of the differences in decibels up to 6.3 kHz, where recordings of 16 kHz end.
   *
   * @param lowest hertz; bands below a voice's own pitch say nothing of its timbre
   */
  double distance(LongTermSpectrum other, double lowest) {
    double sum = 0;
    int count = 0;
    for (int b = 0; b < bands.length; b++) {
      if (CENTRES[b] >= lowest) {
        sum += Math.pow(bands[b] - other.bands[b], 2);
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }
}
