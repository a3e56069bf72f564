package org.nangdok.speech.mbrola;

import java.util.List;

/**
 * One line of an MBROLA phone file.
 *
 * @param name the database's name of it; {@link #SILENCE} is silence
 * @param millis its length
 * @param pitch where its pitch is set, in order; elsewhere it is on a straight line between
 * @param part what it is of its syllable
 * @param syllable index of its syllable among those of the sentence; -1 for a pause
 */
record Phone(String name, double millis, List<Point> pitch, Part part, int syllable) {

  static final String SILENCE = "_";

  /** What a phone is of its syllable. */
  enum Part {
    ONSET,
    VOWEL,
    CODA,
    PAUSE
  }

  /**
   * The pitch at one place.
   *
   * @param percent of the phone's length
   */
  record Point(int percent, double hertz) {}

  static Phone pause(double millis) {
    return new Phone(SILENCE, millis, List.of(), Part.PAUSE, -1);
  }

  Phone named(String other) {
    return new Phone(other, millis, pitch, part, syllable);
  }

  Phone lasting(double other) {
    return new Phone(name, other, pitch, part, syllable);
  }

  boolean isSilence() {
    return name.equals(SILENCE);
  }

  boolean isVowel() {
    return part == Part.VOWEL;
  }
}
