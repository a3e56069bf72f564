package org.nangdok.language.korean.sound;

/** Hangul syllables of Unicode's block AC00-D7A3 and their letters (compatibility jamo). */
public final class Hangul {

  static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  static final String CODAS = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  /** The coda of a syllable without one. */
  public static final char NONE = '\0';

  private static final int FIRST = 0xAC00;
  private static final int LAST = 0xD7A3;

  private Hangul() {}

  /** Whether a character is a composed syllable. */
  public static boolean isSyllable(int c) {
    return c >= FIRST && c <= LAST;
  }

  /** Whether a text is syllables only, at least one. */
  public static boolean isAllSyllables(CharSequence text) {
    return !text.isEmpty() && text.chars().allMatch(Hangul::isSyllable);
  }

  /** The first consonant of a syllable; ㅇ stands for none. */
  public static char onset(char syllable) {
    return ONSETS.charAt((syllable - FIRST) / 588);
  }

  /** The vowel of a syllable. */
  public static char vowel(char syllable) {
    return VOWELS.charAt((syllable - FIRST) % 588 / 28);
  }

  /** The last consonant or cluster of a syllable, or {@link #NONE}. */
  public static char coda(char syllable) {
    return CODAS.charAt((syllable - FIRST) % 28);
  }

  /** Whether the last character of a text is a syllable with a coda. */
  public static boolean endsInCoda(CharSequence text) {
    return !text.isEmpty()
        && isSyllable(text.charAt(text.length() - 1))
        && coda(text.charAt(text.length() - 1)) != NONE;
  }

  /** The syllable of three letters. */
  public static char compose(char onset, char vowel, char coda) {
    return (char)
        (FIRST + ONSETS.indexOf(onset) * 588 + VOWELS.indexOf(vowel) * 28 + CODAS.indexOf(coda));
  }
}
