package org.nangdok.speech;

/** What tests hear in a sound. */
public final class Sound {

  private static final int FRAME_MILLIS = 20;

  private Sound() {}

  /** Root mean square in decibels below full scale of the frames that aren't silent. */
  public static double activeLevel(short[] samples, int rate) {
    double[] envelope = envelope(samples, rate);
    double loudest = 0;
    for (double value : envelope) {
      loudest = Math.max(loudest, value);
    }
    double sum = 0;
    int count = 0;
    for (double value : envelope) {
      if (value > loudest / 100) {
        sum += value * value;
        count++;
      }
    }
    return 10 * Math.log10(sum / count / 32768 / 32768);
  }

  /** Root mean square of every 20 ms. */
  public static double[] envelope(short[] samples, int rate) {
    int frame = rate * FRAME_MILLIS / 1000;
    var envelope = new double[samples.length / frame];
    for (int i = 0; i < envelope.length; i++) {
      double sum = 0;
      for (int s = i * frame; s < (i + 1) * frame; s++) {
        sum += (double) samples[s] * samples[s];
      }
      envelope[i] = Math.sqrt(sum / frame);
    }
    return envelope;
  }

  /** Best correlation of two loudness envelopes, shifted by up to 100 ms. */
  public static double likeness(Speech one, Speech other) {
    double best = -1;
    double[] a = envelope(one.samples(), one.sampleRate());
    double[] b = envelope(other.samples(), other.sampleRate());
    for (int shift = -5; shift <= 5; shift++) {
      best = Math.max(best, correlation(a, b, shift));
    }
    return best;
  }

  /** The loudest sample. */
  public static int peak(short[] samples) {
    int peak = 0;
    for (short sample : samples) {
      peak = Math.max(peak, Math.abs((int) sample));
    }
    return peak;
  }

  private static double correlation(double[] a, double[] b, int shift) {
    int n = Math.min(a.length, b.length) - Math.abs(shift);
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int i = 0; i < n; i++) {
      double x = a[i + Math.max(shift, 0)];
      double y = b[i + Math.max(-shift, 0)];
      sumA += x;
      sumB += y;
      sumAa += x * x;
      sumBb += y * y;
      sumAb += x * y;
    }
    double covariance = sumAb - sumA * sumB / n;
    return covariance / Math.sqrt((sumAa - sumA * sumA / n) * (sumBb - sumB * sumB / n));
  }
}
