package org.nangdok.speech.espeak;

/**
 * The melody and length of one syllable in espeak-ng's units: a tone phoneme.
 *
 * @param start pitch at the vowel's start, 0 to 254
 * @param end pitch at its end, 0 to 254
 * @param length percent of the vowel's own length, 1 to 255
 */
record Tone(int start, int end, int length) {

  /** The most that one phoneme table has room for beside espeak-ng's own phonemes and ours. */
  static final int MOST = 90;

  private static final int HIGHEST = 254;
  private static final int LONGEST = 255;

  /**
   * Measured: a voice with {@code pitch 80 118} sounds at 71 Hz + .501 Hz for each unit; every
   * other one at a multiple of that. Unit 63 is what the voice calls its own pitch.
   */
  private static final double LOWEST_HERTZ = 71;

  private static final double HERTZ_PER_UNIT = .501;
  private static final double REFERENCE_HERTZ = LOWEST_HERTZ + 63 * HERTZ_PER_UNIT;

  /** A tone by semitones from the voice's own pitch; what it can't reach is cut off. */
  static Tone ofSemitones(double start, double end, double length) {
    return new Tone(
        units(start), units(end), (int) Math.clamp(Math.round(length), 1L, (long) LONGEST));
  }

  private static int units(double semitones) {
    double hertz = REFERENCE_HERTZ * Math.pow(2, semitones / 12);
    return (int)
        Math.clamp(Math.round((hertz - LOWEST_HERTZ) / HERTZ_PER_UNIT), 0L, (long) HIGHEST);
  }

  /**
   * The pitch, in hertz, that a voice calls its own.
   *
   * @param base first number of its variant's {@code pitch} line
   */
  static double referenceHertz(double base) {
    return REFERENCE_HERTZ * (base - 9) / 71;
  }

  /** The name of the n-th tone of a clause; no phoneme of espeak-ng's begins like it. */
  static String name(int index) {
    return "" + (char) ('2' + index / 26) + (char) ('A' + index % 26) + "x";
  }
}
