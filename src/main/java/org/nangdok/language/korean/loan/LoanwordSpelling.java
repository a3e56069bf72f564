package org.nangdok.language.korean.loan;

import java.util.List;
import java.util.Map;

/**
 * English in Hangul by sound, as the national loanword rules ask (외래어 표기법 제3장 제1절 영어의 표기): stops
 * after a short vowel are codas, other consonants without a vowel get ㅡ, [l] between vowels is ㄹㄹ.
 */
public final class LoanwordSpelling {

  private static final List<String> VOWELS =
      List.of("A", "O", "u", "i", "{", "V", "E", "I", "U", "@", "r=", "aU", "OI", "@U", "EI", "AI");
  private static final String STOPS = "ptk";

  /** Longer runs of letters are no words and are read piece by piece. */
  private static final int LONGEST = 32;

  /** Letters of a part of a compound at least. */
  private static final int SHORTEST = 2;

  /** Letters behind a beginning like bio- at least. */
  private static final int LONG_REST = 4;

  private LoanwordSpelling() {}

  /**
   * A word in small letters, in Hangul; a compound as its parts (제10항).
   *
   * @param listed established spellings, which its parts have first; {@code bio-} and {@code
   *     -graphy} are beginnings and ends of words
   */
  public static String of(String word, Map<String, String> listed) {
    var hangul = new StringBuilder();
    for (int at = 0; at < word.length(); at += LONGEST) {
      hangul.append(one(word.substring(at, Math.min(word.length(), at + LONGEST)), listed));
    }
    return hangul.toString();
  }

  private static String one(String word, Map<String, String> listed) {
    String known = listed.get(word);
    if (known == null) {
      known = listed.get("-" + word);
    }
    if (known != null) {
      return known;
    }
    EnglishPronunciation sounds = EnglishPronunciation.onClassPath();
    // The longest right part first: sun-shade, short-stop, not suns-hade, shorts-top.
    for (int end = SHORTEST; end <= word.length() - SHORTEST; end++) {
      String left = word.substring(0, end);
      String right = word.substring(end);
      String before = listed.get(left + "-");
      if (before != null && right.length() >= LONG_REST && isKnown(right, listed)) {
        return before + one(right, listed);
      }
      if (Compounds.is(sounds, word, left, right)) {
        return part(left, listed) + part(right, listed);
      }
    }
    return new Transcription(word, sounds.of(word)).hangul();
  }

  private static boolean isKnown(String word, Map<String, String> listed) {
    return listed.containsKey(word) || listed.containsKey("-" + word) || knows(word);
  }

  private static String part(String word, Map<String, String> listed) {
    String known = listed.get(word);
    return known != null
        ? known
        : new Transcription(word, EnglishPronunciation.onClassPath().of(word)).hangul();
  }

  /** Whether a word in small letters is in the English lexicon. */
  public static boolean knows(String word) {
    return EnglishPronunciation.onClassPath().knows(word);
  }

  static boolean isVowel(String phone) {
    return VOWELS.contains(phone);
  }

  static boolean isVoicelessStop(String phone) {
    return phone.length() == 1 && STOPS.contains(phone);
  }
}
