package org.nangdok.studio;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds one place in every period of what is voiced, the same one in all, at a known flat F0. */
final class PitchMarks {

  private static final double VOICED = .55;
  private static final double LOUD = .004;
  private static final double LEAST = .8;
  private static final double MOST = 1.25;

  private final float[] sound;
  private final float[] low;
  private final int period;

  /**
   * @param polarity 1 where the greatest deflection of a period is upwards, else -1
   */
  PitchMarks(float[] sound, double hertz, int polarity) {
    this.sound = sound;
    this.period = (int) Math.round(Kokoro.SAMPLE_RATE / hertz);
    low = new float[sound.length];
    // Two poles at 900 Hz forward and backward: the periods without their fine structure.
    double a = Math.exp(-2 * Math.PI * 900 / Kokoro.SAMPLE_RATE);
    for (int i = 0; i < low.length; i++) {
      low[i] = polarity * sound[i];
    }
    for (int pass = 0; pass < 2; pass++) {
      double state = 0;
      for (int i = 0; i < low.length; i++) {
        state = a * state + (1 - a) * low[i];
        low[i] = (float) state;
      }
      state = 0;
      for (int i = low.length - 1; i >= 0; i--) {
        state = a * state + (1 - a) * low[i];
        low[i] = (float) state;
      }
    }
  }

  /** Which way a voice's greatest deflections are. */
  static int polarity(List<float[]> sounds) {
    double skew = 0;
    for (float[] sound : sounds) {
      for (float value : sound) {
        skew += (double) value * value * value;
      }
    }
    return skew >= 0 ? 1 : -1;
  }

  /** The marks, in order; a gap of more than one and a half periods is voiceless. */
  List<Integer> find() {
    BitSet voiced = voiced();
    var marks = new ArrayList<Integer>();
    int from = voiced.nextSetBit(0);
    while (from >= 0) {
      int to = voiced.nextClearBit(from);
      if ((to - from) * Spectrum.HOP > 2 * period) {
        run(from * Spectrum.HOP, to * Spectrum.HOP, marks);
      }
      from = voiced.nextSetBit(to);
    }
    return marks;
  }

  private BitSet voiced() {
    var voiced = new BitSet();
    int frames = sound.length / Spectrum.HOP;
    for (int f = 0; f < frames; f++) {
      int middle = f * Spectrum.HOP + Spectrum.HOP / 2;
      double best = 0;
      for (int lag = (int) (period * .93); lag <= period * 1.07; lag++) {
        best = Math.max(best, correlation(sound, middle - lag / 2, middle + lag - lag / 2, period));
      }
      double energy = energy(middle);
      voiced.set(f, best > VOICED && energy > LOUD);
    }
    return voiced;
  }

  private double energy(int middle) {
    double sum = 0;
    int from = Math.max(0, middle - period / 2);
    int to = Math.min(sound.length, from + period);
    for (int i = from; i < to; i++) {
      sum += sound[i] * sound[i];
    }
    return Math.sqrt(sum / period);
  }

  private static double correlation(float[] x, int first, int second, int window) {
    double both = 0;
    double one = 1e-9;
    double other = 1e-9;
    for (int i = -window / 2; i < window / 2; i++) {
      int a = first + i;
      int b = second + i;
      if (a < 0 || b < 0 || a >= x.length || b >= x.length) {
        continue;
      }
      both += x[a] * x[b];
      one += x[a] * x[a];
      other += x[b] * x[b];
    }
    return both / Math.sqrt(one * other);
  }

  private void run(int from, int to, List<Integer> marks) {
    int strongest = peak((from + to) / 2 - period / 2, (from + to) / 2 + period / 2);
    var found = new ArrayList<Integer>();
    for (int at = strongest; at >= from; ) {
      found.addFirst(at);
      at = next(at, -1);
    }
    for (int at = next(strongest, 1); at < to; at = next(at, 1)) {
      found.add(at);
    }
    for (int mark : found) {
      if (marks.isEmpty() || mark > marks.getLast() + period / 2) {
        marks.add(mark);
      }
    }
  }

  private int peak(int from, int to) {
    int best = Math.max(0, from);
    for (int i = best; i < Math.min(to, low.length); i++) {
      if (low[i] > low[best]) {
        best = i;
      }
    }
    return best;
  }

  private int next(int at, int direction) {
    int best = at + direction * period;
    double most = -9;
    double scale = 1e-6;
    for (int i = -period; i <= period; i++) {
      scale = Math.max(scale, Math.abs(low[Math.clamp(at + i, 0, low.length - 1)]));
    }
    for (int step = (int) (LEAST * period); step <= MOST * period; step++) {
      int to = at + direction * step;
      if (to < 0 || to >= low.length) {
        continue;
      }
      double away = (double) (step - period) / period;
      double score = correlation(low, at, to, period) + .6 * low[to] / scale - 6 * away * away;
      if (score > most) {
        most = score;
        best = to;
      }
    }
    return best;
  }
}
