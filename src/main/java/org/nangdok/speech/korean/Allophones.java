package org.nangdok.speech.korean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of Korean sounds in MaryXML, as in {@code allophones.ko.xml}, and the letters they are. */
public final class Allophones {

  private static final String ONSET_LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅈㅉㅊㅋㅌㅍㅎ";
  private static final List<String> ONSETS =
      List.of(
          "g", "gg", "n", "d", "dd", "r", "m", "b", "bb", "s", "ss", "j", "jj", "ch", "k", "t", "p",
          "h");
  private static final String VOWEL_LETTERS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final List<String> VOWELS =
      List.of(
          "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
          "we", "wi", "yu", "eu", "ui", "i");
  private static final String CODA_LETTERS = "ㄱㄴㄷㄹㅁㅂㅇ";
  private static final List<String> CODAS = List.of("G", "N", "D", "L", "M", "B", "NG");

  private static final Set<String> VOWEL_NAMES = Set.copyOf(VOWELS);

  private Allophones() {}

  /** The sounds of a syllable in order. */
  public static List<String> of(Syllable syllable) {
    var names = new ArrayList<String>(3);
    int onset = ONSET_LETTERS.indexOf(syllable.onset());
    if (onset >= 0) {
      names.add(ONSETS.get(onset));
    }
    names.add(VOWELS.get(VOWEL_LETTERS.indexOf(syllable.vowel())));
    int coda = CODA_LETTERS.indexOf(syllable.coda());
    if (coda >= 0) {
      names.add(CODAS.get(coda));
    }
    return names;
  }

  public static boolean isVowel(String name) {
    return VOWEL_NAMES.contains(name);
  }

  /** The syllable with these sounds, or null when they aren't one. */
  public static @Nullable Syllable syllable(List<String> names) {
    char onset = 'ㅇ';
    char vowel = 0;
    char coda = Syllable.NO_CODA;
    for (String name : names) {
      if (isVowel(name) && vowel == 0) {
        vowel = VOWEL_LETTERS.charAt(VOWELS.indexOf(name));
      } else if (ONSETS.contains(name) && vowel == 0) {
        onset = ONSET_LETTERS.charAt(ONSETS.indexOf(name));
      } else if (CODAS.contains(name) && vowel != 0) {
        coda = CODA_LETTERS.charAt(CODAS.indexOf(name));
      } else {
        return null;
      }
    }
    return vowel == 0 ? null : new Syllable(onset, vowel, coda);
  }
}
