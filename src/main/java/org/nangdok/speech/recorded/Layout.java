package org.nangdok.speech.recorded;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays chosen units under the phones of a sentence. Closures, vowels and other steady sounds are
 * stretched; what follows a stop's release keeps its length. Where the recording changes inside a
 * phone, both are laid there and one fades into the other.
 */
final class Layout {

  private static final double RATE = Inventory.SAMPLE_RATE;

  /** Half of a change from one recording to another, in samples: 20 ms, in closures 3 ms. */
  private static final double CHANGE = .02 * RATE;

  private static final double CLOSED_CHANGE = .003 * RATE;

  /** How much of a phone both halves of a change may take. */
  private static final double CHANGE_SHARE = .4;

  private static final double MOST_LEVELLED = 8;

  /** What a release may take of its phone. */
  private static final double RELEASE_SHARE = .8;

  private static final double BURST = .006 * RATE;

  /** Tense stops are released without breath: of the release no more than this is kept. */
  private static final double TENSE_RELEASE = .016 * RATE;

  /** The breath of aspirated stops takes at least this much of them, that of lax ones less. */
  private static final double ASPIRATED_SHARE = .64;

  private static final double LAX_SHARE = .5;

  /** What is kept of a pause beside a sound, and how it dies away. */
  private static final double AIR = .018 * RATE;

  private final Inventory inventory;
  private final List<Track> tracks = new ArrayList<>();
  private List<double[]> anchors = new ArrayList<>();
  private double fadeIn;
  private double gainAtStart;

  private Layout(Inventory inventory) {
    this.inventory = inventory;
  }

  static List<Track> of(Inventory inventory, List<PhonePlan.Phone> phones, int[] chosen) {
    var layout = new Layout(inventory);
    for (int i = 0; i < phones.size(); i++) {
      Unit left = i == 0 ? null : inventory.unit(chosen[i - 1] + 1);
      Unit right = i + 1 == phones.size() ? null : inventory.unit(chosen[i]);
      layout.add(phones.get(i), left, right);
    }
    return layout.tracks;
  }

  private void add(PhonePlan.Phone phone, @Nullable Unit left, @Nullable Unit right) {
    double from = phone.start() * RATE;
    double to = phone.end() * RATE;
    if (phone.isSilence()) {
      silence(from, to, left, right);
    } else if (left == null || right == null) {
      throw new IllegalStateException("A sentence begins and ends with silence.");
    } else if (left.index() == right.index()) {
      whole(phone.name(), from, to, right);
    } else {
      changed(phone.name(), from, to, left, right);
    }
  }

  private void silence(double from, double to, @Nullable Unit left, @Nullable Unit right) {
    double air = Math.min(AIR, (to - from) / 2);
    if (left != null) {
      anchor(from, left.start());
      anchor(from + air, left.start() + air);
      finish(air, 0);
    }
    if (right != null) {
      begin(air, 0);
      anchor(to - air, right.end() - air);
      anchor(to, right.end());
    }
  }

  private void whole(String phone, double from, double to, Unit unit) {
    double release = release(phone, unit, to - from);
    anchor(from, unit.start());
    released(to, release, unit);
  }

  /** The end of a phone from its release on, if it has one. */
  private void released(double to, double release, Unit unit) {
    if (unit.burst() < unit.end()) {
      anchor(to - release, unit.burst());
      double kept = unit.end() - unit.burst();
      if (release > kept) {
        // Its breath is stretched, the burst isn't.
        double burst = Math.min(BURST, kept / 2);
        anchor(to - release + burst, unit.burst() + burst);
      } else if (release < kept) {
        // Its middle is left out: the burst and the way into the vowel stay as they are.
        double half = release / 2;
        anchor(to - half, unit.burst() + half);
        anchor(to - half, unit.end() - half);
      }
    }
    anchor(to, unit.end());
  }

  private void changed(String phone, double from, double to, Unit left, Unit right) {
    double release = release(phone, right, to - from);
    double first = Math.max(1, left.cut() - left.start());
    double second = Math.max(1, right.burst() - right.cut());
    double steady = to - release - from;
    double cut = from + steady * first / (first + second);
    double scale = (first + second) / steady;
    boolean closed = right.burst() < right.end();
    double change = Math.min(closed ? CLOSED_CHANGE : CHANGE, CHANGE_SHARE * steady / 2);
    double before = Math.min(change, cut - from);
    double after = Math.min(change, to - release - cut);
    anchor(from, left.start());
    anchor(cut, left.cut());
    anchor(cut + after, left.cut() + after * scale);
    double louder = closed ? 0 : louder(left, right) / 2;
    finish(before + after, louder);
    begin(before + after, -louder);
    anchor(cut - before, right.cut() - before * scale);
    anchor(cut, right.cut());
    released(to, release, right);
  }

  private static double release(String phone, Unit unit, double length) {
    double natural = unit.end() - unit.burst();
    if (natural <= 0) {
      return 0;
    }
    double kept =
        switch (PhoneKind.of(phone)) {
          case TENSE -> phone.equals("c") ? natural : Math.min(natural, TENSE_RELEASE);
          case ASPIRATED -> Math.max(natural, ASPIRATED_SHARE * length);
          case LAX -> Math.max(natural, LAX_SHARE * length);
          default -> natural;
        };
    return Math.min(kept, RELEASE_SHARE * length);
  }

  /** Decibels by which the second is louder than the first where they are cut; 8 at most. */
  private double louder(Unit first, Unit second) {
    double difference = inventory.decibels(second.cut()) - inventory.decibels(first.cut());
    return Math.clamp(difference, -MOST_LEVELLED, MOST_LEVELLED);
  }

  private void begin(double fade, double gain) {
    anchors = new ArrayList<>();
    fadeIn = fade;
    gainAtStart = gain;
  }

  private void anchor(double time, double place) {
    anchors.add(new double[] {time, place});
  }

  private void finish(double fadeOut, double gainAtEnd) {
    tracks.add(
        new Track(
            anchors.stream().mapToDouble(a -> a[0]).toArray(),
            anchors.stream().mapToDouble(a -> a[1]).toArray(),
            fadeIn,
            fadeOut,
            gainAtStart,
            gainAtEnd));
  }
}
