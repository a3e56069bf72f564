package org.nangdok.speech.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nangdok.speech.korean.Durations;
import org.nangdok.speech.korean.KoreanSound;
import org.nangdok.speech.korean.PhonemeSpelling.Spelled;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Target;

/**
 * A sentence as phones with their lengths, and its melody as points between which it is straight.
 *
 * @param phones silence first and last
 * @param melody in order of time
 * @param syllables when each syllable is heard, in seconds
 */
record PhonePlan(List<Phone> phones, List<Point> melody, List<Span> syllables) {

  static final String SILENCE = "_";

  /** What of a vowel with a glide is the glide, at speed 1. */
  private static final double GLIDE_SECONDS = .045;

  /** A lateral is heard only when it is longer than planned, at its vowel's cost. */
  private static final char LATERAL = 'ㄹ';

  private static final double LATERAL_SECONDS = .018;

  private static final double LEAD_SECONDS = .02;
  private static final double TAIL_SECONDS = .04;

  private static final Set<String> GLIDES = Set.of("j", "w", "W");

  /**
   * One phone.
   *
   * @param start seconds from the start of the sound
   * @param phraseFinal whether it belongs to the last syllable of an intonational phrase
   */
  record Phone(String name, double start, double end, boolean phraseFinal) {

    boolean isSilence() {
      return name.equals(SILENCE);
    }

    double seconds() {
      return end - start;
    }
  }

  /** The pitch at one time, in semitones from the person's own. */
  record Point(double seconds, double semitones) {}

  /** Where a syllable is. */
  record Span(double start, double vowelStart, double vowelEnd, double end) {

    KoreanSound.Times samples(int rate) {
      return new KoreanSound.Times(
          sample(start, rate), sample(vowelStart, rate), sample(vowelEnd, rate), sample(end, rate));
    }

    private static int sample(double seconds, int rate) {
      return (int) Math.round(seconds * rate);
    }
  }

  /**
   * Writes a sentence.
   *
   * @param speed factor on the planned lengths
   */
  static PhonePlan of(List<Phrase> plan, double speed) {
    var writing = new Writing(speed);
    writing.silence(LEAD_SECONDS);
    for (Phrase phrase : plan) {
      writing.phrase(phrase);
      if (phrase.pauseMillis() > 0) {
        writing.silence(phrase.pauseMillis() / 1000.0 / speed);
      }
    }
    writing.end();
    return new PhonePlan(
        List.copyOf(writing.phones), List.copyOf(writing.melody), List.copyOf(writing.syllables));
  }

  double seconds() {
    return phones.getLast().end();
  }

  private static final class Writing {
    private final List<Phone> phones = new ArrayList<>();
    private final List<Point> melody = new ArrayList<>();
    private final List<Span> syllables = new ArrayList<>();
    private final double speed;
    private double now;

    Writing(double speed) {
      this.speed = speed;
    }

    private void silence(double seconds) {
      if (!phones.isEmpty() && phones.getLast().isSilence()) {
        Phone before = phones.removeLast();
        now = before.start();
        add(SILENCE, before.seconds() + seconds, false);
        return;
      }
      add(SILENCE, seconds, false);
    }

    /** A planned pause at the end is kept as it is planned. */
    private void end() {
      if (!phones.getLast().isSilence() || phones.getLast().seconds() < TAIL_SECONDS) {
        silence(TAIL_SECONDS);
      }
    }

    private void add(String name, double seconds, boolean phraseFinal) {
      phones.add(new Phone(name, now, now + seconds, phraseFinal));
      now += seconds;
    }

    private void phrase(Phrase phrase) {
      for (List<Target> accentual : phrase.accentual()) {
        boolean last = accentual == phrase.accentual().getLast();
        List<Spelled> spelled =
            RecordedPhones.SPELLING.spell(accentual.stream().map(Target::syllable).toList());
        for (int i = 0; i < accentual.size(); i++) {
          syllable(accentual.get(i), spelled.get(i), last && i + 1 == accentual.size());
        }
      }
    }

    private void syllable(Target target, Spelled spelled, boolean phraseFinal) {
      double start = now;
      double onset = Durations.onsetTarget(target.syllable()) / 1000 / speed;
      double coda = Durations.codaTarget(target.syllable()) / 1000 / speed;
      double vowel = target.millis() / 1000 / speed - onset - coda;
      if (target.syllable().coda() == LATERAL) {
        double more = Math.min(LATERAL_SECONDS / speed, vowel / 4);
        coda += more;
        vowel -= more;
      }
      double vowelStart = start;
      for (String name : spelled.before()) {
        if (GLIDES.contains(name)) {
          double glide = GLIDE_SECONDS / speed;
          add(name, glide, phraseFinal);
          vowel -= glide;
        } else {
          add(name, onset, phraseFinal);
          vowelStart = now;
        }
      }
      double nucleus = now;
      add(spelled.nucleus(), vowel, phraseFinal);
      double vowelEnd = now;
      tones(target, nucleus, vowelEnd);
      for (String name : spelled.after()) {
        add(name, coda, phraseFinal);
      }
      syllables.add(new Span(start, vowelStart, vowelEnd, now));
    }

    private void tones(Target target, double from, double to) {
      double half = target.movement() / 2;
      double middle = (from + to) / 2;
      if (half != 0) {
        melody.add(new Point(from + .05 * (to - from), target.pitch() - half));
      }
      melody.add(new Point(middle, target.pitch()));
      if (half != 0) {
        melody.add(new Point(to - .05 * (to - from), target.pitch() + half));
      }
    }
  }
}
