package org.nangdok.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds where each phone of a line begins and ends, where it is cut, and where a stop is released.
 * The network's times are whole frames of 25 ms: each border goes to the greatest change of
 * spectrum nearby, and what is silent is carved out of the phone that has it.
 */
final class Cutter {

  static final Set<String> STOPS =
      Set.of(
          "k0", "t0", "p0", "c0", "k", "t", "p", "c", "kh", "th", "ph", "ch", "g", "d", "b", "z");
  private static final Set<String> UNRELEASED = Set.of("K", "T", "P");
  private static final String SPACE = "#";

  private static final Set<String> FRICATIVES = Set.of("s", "S");

  private static final int NEAR = 6;

  /** How much less a border is believed 30 ms from where the network has it. */
  private static final double PULL = 5;

  private static final int SHORTEST = 4;
  private static final double SILENT = -54;
  private static final int MARGIN = 960;

  /** A closure that nobody hears the start of. */
  private static final int CLOSURE = 1200;

  /** A phone with its places in the line's sound. */
  record Cut(String phone, int start, int cut, int burst, int end) {}

  private final Spectrum spectrum;
  private final int length;

  Cutter(float[] sound) {
    spectrum = new Spectrum(sound);
    length = sound.length;
  }

  List<Cut> cut(List<Recorder.Timed> timed) {
    List<Recorder.Timed> phones = timed.stream().filter(one -> !one.phone().equals(SPACE)).toList();
    var starts = new int[phones.size() + 1];
    starts[phones.size()] = length;
    for (int i = 1; i < phones.size(); i++) {
      starts[i] = border(phones.get(i - 1), phones.get(i), starts[i - 1]);
    }
    var ends = new int[phones.size()];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = starts[i + 1];
    }
    silences(phones, starts, ends);
    var cuts = new ArrayList<Cut>();
    for (int i = 0; i < phones.size(); i++) {
      cuts.add(cut(phones.get(i).phone(), starts[i], ends[i]));
    }
    return cuts;
  }

  private int border(Recorder.Timed before, Recorder.Timed after, int last) {
    int expectedFrom = spectrum.frame(before.end());
    int expectedTo = spectrum.frame(after.start());
    int from = Math.max(expectedFrom - NEAR, spectrum.frame(last) + SHORTEST);
    int to = Math.max(expectedTo + NEAR, from);
    double middle = (expectedFrom + expectedTo) / 2.0;
    double half = NEAR + (expectedTo - expectedFrom) / 2.0;
    double most = Double.NEGATIVE_INFINITY;
    int best = from;
    for (int frame = from; frame <= to; frame++) {
      double away = (frame - middle) / half;
      double found = evidence(before.phone(), after.phone(), frame) - PULL * away * away;
      if (found > most) {
        most = found;
        best = frame;
      }
    }
    return spectrum.sample(best);
  }

  /** How much a frame looks like the border of two phones, about 10 where it is clear. */
  private double evidence(String before, String after, int frame) {
    boolean closes = STOPS.contains(after) || UNRELEASED.contains(after);
    if (closes && (STOPS.contains(before) || UNRELEASED.contains(before))) {
      return 0;
    }
    if (closes) {
      return -.7 * spectrum.rise(frame);
    }
    if (STOPS.contains(before)) {
      return .4 * spectrum.lowRise(frame) + .4 * spectrum.rise(frame);
    }
    if (FRICATIVES.contains(before)) {
      return .7 * spectrum.lowRise(frame);
    }
    if (FRICATIVES.contains(after)) {
      return -.7 * spectrum.lowRise(frame);
    }
    if (Phones.isVowel(before) && Phones.isVowel(after)) {
      return .5 * spectrum.change(frame);
    }
    return spectrum.change(frame);
  }

  /** Silence takes what is silent of the phones beside it. */
  private void silences(List<Recorder.Timed> phones, int[] starts, int[] ends) {
    for (int i = 0; i < phones.size(); i++) {
      if (!phones.get(i).phone().equals(Phones.SILENCE)) {
        continue;
      }
      if (i > 0) {
        int end = soundEnd(starts[i - 1], phones.get(i).end());
        if (UNRELEASED.contains(phones.get(i - 1).phone())) {
          end = Math.max(end, starts[i - 1] + CLOSURE);
        }
        ends[i - 1] = end;
        starts[i] = end;
      }
      if (i + 1 < phones.size()) {
        int start = soundStart(phones.get(i + 1).start() - MARGIN, ends[i + 1]);
        if (STOPS.contains(phones.get(i + 1).phone())) {
          start -= CLOSURE;
        }
        start = Math.max(start, starts[i]);
        ends[i] = start;
        starts[i + 1] = start;
      }
    }
  }

  private int soundEnd(int from, int to) {
    int frame = spectrum.frame(from) + 2;
    int last = spectrum.frame(to);
    while (frame < last
        && !(spectrum.decibels(frame) < SILENT
            && spectrum.decibels(frame + 1) < SILENT
            && spectrum.decibels(frame + 4) < SILENT)) {
      frame++;
    }
    return spectrum.sample(frame);
  }

  private int soundStart(int from, int to) {
    int frame = spectrum.frame(from);
    int last = spectrum.frame(to);
    while (frame < last && spectrum.decibels(frame) < SILENT - 4) {
      frame++;
    }
    return Math.max(0, spectrum.sample(frame) - Spectrum.HOP);
  }

  private Cut cut(String phone, int start, int end) {
    if (STOPS.contains(phone)) {
      int quiet = quietest(start, start + (end - start) * 65 / 100);
      return new Cut(phone, start, quiet, burst(quiet, end), end);
    }
    if (UNRELEASED.contains(phone)) {
      return new Cut(phone, start, quietest(start + (end - start) / 3, end), end, end);
    }
    return new Cut(phone, start, steadiest(start, end), end, end);
  }

  private int quietest(int from, int to) {
    int best = spectrum.frame(from);
    for (int frame = best; frame <= spectrum.frame(to); frame++) {
      if (spectrum.decibels(frame) < spectrum.decibels(best)) {
        best = frame;
      }
    }
    return Math.clamp(spectrum.sample(best), from, Math.max(from, to));
  }

  /** Where the sound rises most after the closure. */
  private int burst(int from, int end) {
    int first = spectrum.frame(from);
    int best = first;
    double most = -1;
    for (int frame = first; frame < spectrum.frame(end); frame++) {
      double rise = spectrum.decibels(frame + 1) - spectrum.decibels(frame - 1);
      if (rise > most) {
        most = rise;
        best = frame;
      }
    }
    return Math.clamp(spectrum.sample(best) - Spectrum.HOP, from, end);
  }

  private int steadiest(int start, int end) {
    int from = spectrum.frame(start + (end - start) * 35 / 100);
    int to = spectrum.frame(start + (end - start) * 65 / 100);
    int best = (from + to) / 2;
    double least = Double.MAX_VALUE;
    for (int frame = from; frame <= to; frame++) {
      double change = spectrum.change(frame);
      if (change < least) {
        least = change;
        best = frame;
      }
    }
    return Math.clamp(spectrum.sample(best), start, end);
  }
}
