package org.nangdok.speech.korean;

import java.util.ArrayList;
import java.util.List;

/**
 * One Hangul syllable as it sounds.
 *
 * @param onset compatibility jamo, ㅇ for none
 * @param vowel compatibility jamo
 * @param coda one of ㄱㄴㄷㄹㅁㅂㅇ, or {@link #NO_CODA}
 */
public record Syllable(char onset, char vowel, char coda) {

  /** Stands for an open syllable. */
  public static final char NO_CODA = ' ';

  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";

  /** What each of the 28 written codas sounds like at the end (Standard Pronunciation 8-11). */
  private static final String CODAS = " ㄱㄱㄱㄴㄴㄴㄷㄹㄱㅁㄹㄹㄹㅂㄹㅁㅂㅂㄷㄷㅇㄷㄷㄱㄷㅂㄷ";

  private static final char FIRST = '가';
  private static final char LAST = '힣';

  /** The syllables of a word; characters that aren't Hangul syllables are left out. */
  public static List<Syllable> of(String hangul) {
    var syllables = new ArrayList<Syllable>(hangul.length());
    for (int i = 0; i < hangul.length(); i++) {
      char c = hangul.charAt(i);
      if (c >= FIRST && c <= LAST) {
        int index = c - FIRST;
        syllables.add(
            new Syllable(
                ONSETS.charAt(index / 588),
                VOWELS.charAt(index / 28 % 21),
                CODAS.charAt(index % 28)));
      }
    }
    return syllables;
  }

  /** Whether the vowel begins with a front glide or is ㅣ, which palatalises ㅅ. */
  boolean fronted() {
    return "ㅣㅑㅒㅕㅖㅛㅠㅟ".indexOf(vowel) >= 0;
  }

  /** Whether the vowel has a glide before or after it. */
  boolean hasGlide() {
    return "ㅏㅐㅓㅔㅗㅜㅡㅣ".indexOf(vowel) < 0;
  }

  /** Whether voicing goes on after it: it ends in a vowel or a sonorant. */
  boolean endsVoiced() {
    return coda == NO_CODA || "ㄴㄹㅁㅇ".indexOf(coda) >= 0;
  }

  /** Whether a phrase that begins with it begins high (Jun 1993: aspirated, tense, ㅅ, ㅎ). */
  public boolean startsHigh() {
    return "ㄲㄸㅃㅆㅉㅋㅌㅍㅊㅅㅎ".indexOf(onset) >= 0;
  }

  /** Whether nothing stands before the vowel. */
  boolean startsWithVowel() {
    return onset == 'ㅇ';
  }
}
