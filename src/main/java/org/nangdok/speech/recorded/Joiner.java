package org.nangdok.speech.recorded;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.nangdok.speech.SpeechException;

/**
 * Time-domain pitch-synchronous overlap-add (Moulines and Charpentier 1990): takes the recordings
 * apart into windowed periods and lays them down at the periods of the planned melody. What is
 * voiceless is laid down every 5 ms as it is.
 */
final class Joiner {

  private static final double RATE = Inventory.SAMPLE_RATE;
  private static final double VOICELESS_STEP = .005 * RATE;

  /** Marks further apart than this aren't neighbouring periods. */
  private static final double LONGEST_PERIOD = RATE / 60;

  /** From here on a stretched noise would be heard to repeat itself. */
  private static final double MUCH_STRETCHED = 1.25;

  /** How much longer than its own period a window may be. */
  private static final double WIDEST = 1.35;

  private final Inventory inventory;
  private final double formants;

  /**
   * @param formants factor on all frequencies of the spectrum's shape
   */
  Joiner(Inventory inventory, double formants) {
    this.inventory = inventory;
    this.formants = formants;
  }

  /**
   * Joins.
   *
   * @param hertz the melody over time in samples
   * @param length of the sound in samples
   */
  float[] join(List<Track> tracks, DoubleUnaryOperator hertz, int length) {
    var sound = new float[length];
    int first = 0;
    double step = VOICELESS_STEP;
    boolean odd = false;
    for (double time = 0; time < length; ) {
      while (first < tracks.size() && tracks.get(first).end() < time) {
        first++;
      }
      double next = step(tracks, first, time, hertz);
      for (int i = first; i < tracks.size() && tracks.get(i).start() <= time; i++) {
        lay(sound, tracks.get(i), time, step, next, odd);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new SpeechException("Speaking was interrupted.");
      }
      time += next;
      step = next;
      odd = !odd;
    }
    return sound;
  }

  private double step(List<Track> tracks, int first, double time, DoubleUnaryOperator hertz) {
    Track heard = null;
    double most = 0;
    for (int i = first; i < tracks.size() && tracks.get(i).start() <= time; i++) {
      double weight = tracks.get(i).weight(time);
      if (weight > most) {
        most = weight;
        heard = tracks.get(i);
      }
    }
    if (heard == null || period(heard.place(time)) == 0) {
      return VOICELESS_STEP;
    }
    return RATE / hertz.applyAsDouble(time);
  }

  /** Length of the period around a place of the recordings; 0 where they are voiceless. */
  private double period(double place) {
    int nearest = inventory.nearestMark(place);
    double mark = inventory.mark(nearest);
    double before = mark - inventory.mark(nearest - 1);
    double after = inventory.mark(nearest + 1) - mark;
    boolean follows = before > 0 && before < LONGEST_PERIOD;
    boolean goesOn = after > 0 && after < LONGEST_PERIOD;
    double period = follows && goesOn ? (before + after) / 2 : follows ? before : after;
    if (!follows && !goesOn || Math.abs(place - mark) > .75 * period) {
      return 0;
    }
    return period;
  }

  private void lay(
      float[] sound, Track track, double time, double before, double after, boolean odd) {
    double weight = track.weight(time);
    if (weight <= 0) {
      return;
    }
    weight *= track.gain(time);
    double place = track.place(time);
    double period = period(place);
    double center = place;
    double left = before;
    double right = after;
    if (period > 0) {
      center = inventory.mark(inventory.nearestMark(place));
      left = Math.min(left, WIDEST * period / formants);
      right = Math.min(right, WIDEST * period / formants);
    }
    // Noise that is repeated hums; turned round every second time it doesn't.
    double direction =
        period == 0 && odd && track.stretch() > MUCH_STRETCHED ? -formants : formants;
    int from = Math.max(0, (int) Math.ceil(time - left));
    int to = Math.min(sound.length - 1, (int) Math.floor(time + right));
    for (int i = from; i <= to; i++) {
      double away = i - time;
      double half = away < 0 ? left : right;
      double window = .5 + .5 * Math.cos(Math.PI * away / half);
      sound[i] += (float) (weight * window * read(center + away * direction));
    }
  }

  /** Cubic interpolation between samples. */
  private double read(double at) {
    int whole = (int) Math.floor(at);
    double part = at - whole;
    double b = inventory.sample(whole);
    if (part < 1e-6) {
      return b;
    }
    double a = inventory.sample(whole - 1);
    double c = inventory.sample(whole + 1);
    double d = inventory.sample(whole + 2);
    double slope = (c - a) / 2;
    double slopeAfter = (d - b) / 2;
    double square = part * part;
    double cube = square * part;
    return (2 * cube - 3 * square + 1) * b
        + (cube - 2 * square + part) * slope
        + (3 * square - 2 * cube) * c
        + (cube - square) * slopeAfter;
  }
}
