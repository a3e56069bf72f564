package org.nangdok.speech.mbrola;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.speech.korean.Durations;
import org.nangdok.speech.korean.KoreanSound;
import org.nangdok.speech.korean.PhonemeSpelling;
import org.nangdok.speech.korean.PhonemeSpelling.Spelled;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Syllable;
import org.nangdok.speech.korean.Target;

/** Writes planned Korean as phones of the database hn1, by {@code phones.tsv}. */
final class HanmalPhones {

  /** What the speaker's recordings, made at a constant pitch, are nearest to. */
  static final double REFERENCE_HERTZ = 115;

  /** So that the first phone has a neighbour to come from. */
  private static final double LEAD_MILLIS = 20;

  private static final double TAIL_MILLIS = 40;

  private static final PhonemeSpelling SPELLING = new PhonemeSpelling(HanmalPhones.class);

  private final double speed;
  private final double hertz;
  private final List<Phone> phones = new ArrayList<>();
  private int syllables;

  private HanmalPhones(double speed, double semitones) {
    this.speed = speed;
    this.hertz = REFERENCE_HERTZ * Math.pow(2, semitones / 12);
  }

  /**
   * A sentence.
   *
   * @param speed factor on the planned lengths
   * @param semitones added to the speaker's own pitch
   */
  static List<Phone> of(List<Phrase> plan, double speed, double semitones) {
    var writing = new HanmalPhones(speed, semitones);
    writing.phones.add(Phone.pause(LEAD_MILLIS));
    for (Phrase phrase : plan) {
      phrase.accentual().forEach(writing::add);
      if (phrase.pauseMillis() > 0) {
        writing.phones.add(Phone.pause(phrase.pauseMillis() / speed));
      }
    }
    writing.phones.add(Phone.pause(TAIL_MILLIS));
    return writing.phones;
  }

  private void add(List<Target> accentual) {
    List<Spelled> spelled = SPELLING.spell(accentual.stream().map(Target::syllable).toList());
    for (int i = 0; i < accentual.size(); i++) {
      add(accentual.get(i), spelled.get(i));
    }
  }

  private void add(Target target, Spelled spelled) {
    Syllable syllable = target.syllable();
    double onset = Durations.onsetTarget(syllable) / speed;
    double coda = Durations.codaTarget(syllable) / speed;
    spelled.before().forEach(name -> add(name, onset, List.of(), Phone.Part.ONSET));
    double vowel = target.millis() / speed - onset - coda;
    add(spelled.nucleus(), vowel, pitch(target), Phone.Part.VOWEL);
    spelled.after().forEach(name -> add(name, coda, List.of(), Phone.Part.CODA));
    syllables++;
  }

  private void add(String name, double millis, List<Phone.Point> pitch, Phone.Part part) {
    phones.add(new Phone(name, millis, pitch, part, syllables));
  }

  private List<Phone.Point> pitch(Target target) {
    if (target.movement() == 0) {
      return List.of(new Phone.Point(50, hertz(target.pitch())));
    }
    double half = target.movement() / 2;
    return List.of(
        new Phone.Point(5, hertz(target.pitch() - half)),
        new Phone.Point(50, hertz(target.pitch())),
        new Phone.Point(95, hertz(target.pitch() + half)));
  }

  private double hertz(double semitones) {
    return hertz * Math.pow(2, semitones / 12);
  }

  /** When each syllable is heard, in samples. */
  static List<KoreanSound.Times> times(List<Phone> phones, int sampleRate) {
    var times = new ArrayList<KoreanSound.Times>();
    double millis = 0;
    int start = 0;
    int vowel = 0;
    int vowelEnd = 0;
    int syllable = -1;
    for (Phone phone : phones) {
      int from = (int) Math.round(millis * sampleRate / 1000);
      millis += phone.millis();
      int to = (int) Math.round(millis * sampleRate / 1000);
      if (phone.part() == Phone.Part.PAUSE) {
        continue;
      }
      if (phone.syllable() != syllable) {
        syllable = phone.syllable();
        start = from;
        times.add(new KoreanSound.Times(from, from, to, to));
      }
      if (phone.isVowel()) {
        vowel = phone.isSilence() ? to : from;
        vowelEnd = to;
      }
      times.set(syllable, new KoreanSound.Times(start, vowel, vowelEnd, to));
    }
    return times;
  }

  /** Milliseconds of them all. */
  static double millis(List<Phone> phones) {
    return phones.stream().mapToDouble(Phone::millis).sum();
  }
}
