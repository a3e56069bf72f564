package org.nangdok.language.korean.loan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Beginnings and endings whose reduced vowel is written in one way by custom: -en 은, -ful 풀, -ness
 * 니스, -age 이지, -ket 켓, -tion 션, con- 컨.
 */
final class Endings {

  /** An ending, and the vowel before its last consonant. */
  private record Ending(Pattern word, String vowel, int left) {
    static Ending of(String word, String vowel) {
      return at(2, word, vowel);
    }

    static Ending at(int left, String word, String vowel) {
      return new Ending(Pattern.compile(".*(?:" + word + ")"), vowel, left);
    }
  }

  /**
   * Endings with more sounds behind the vowel: opening 오프닝, opener 오프너, barometer 미터, messenger
   * 메신저.
   */
  private static final List<Ending> INSIDE =
      List.of(
          Ending.at(4, "[^aeiou]ening", "ㅡ"),
          Ending.at(3, "[^aeiou]ener", "ㅡ"),
          Ending.at(3, "meter", "ㅣ"),
          Ending.at(4, "[^aeiou]enger", "ㅣ"),
          Ending.at(3, "graphy", "ㅐ"),
          Ending.at(6, "ization", "ㅏㅣ"));

  /**
   * Endings that are said weakly although the lexicon of sounds has a full vowel: library,
   * document.
   */
  private static final List<Ending> WEAK =
      List.of(Ending.at(3, "[^aeiouw]ary", "ㅓ"), Ending.at(4, ".{4,}ment", "ㅓ"));

  private static final List<Ending> IN_ORDER =
      List.of(
          Ending.of("ful", "ㅜ"),
          Ending.of("tain", "ㅣ"),
          Ending.of("chen", "ㅣ"),
          Ending.of("[^aeiouc]en|[sztd]on", "ㅡ"),
          Ending.of("[mncgkp]on|[^h]lon|[^t]ron|[^aeiou]o[pt]", "ㅓ"),
          Ending.of("ness|less", "ㅣ"),
          Ending.of("age|ege|edge", "ㅣ"),
          Ending.of("ket|[pv]et", "ㅔ"),
          Ending.of("[^aeiou]et", "ㅣ"),
          Ending.of("[psvz]el", "ㅡ"),
          Ending.of("[^aeiou]em", "ㅔ"),
          Ending.of("ion|om|eon|ous", "ㅓ"));

  /** Where a reduced o is no ㅗ: con-, com-, col- before another consonant. */
  private static final Pattern PREFIX = Pattern.compile("(?:con|com|col|cor)[^aeiouy].*");

  private Endings() {}

  private static String weak(String word, String hangul, int left) {
    return WEAK.stream()
        .filter(ending -> ending.left == left && ending.word.matcher(word).matches())
        .map(Ending::vowel)
        .findFirst()
        .orElse(hangul);
  }

  /**
   * The vowel as it is written in such a word.
   *
   * @param hangul the vowel by sound and letter
   * @param first whether it is the first vowel of the word
   * @param left how many phones there are from this vowel to the end of the word
   */
  static String vowel(String word, String phone, String hangul, boolean first, int left) {
    if (!phone.equals("@") && !phone.equals("I")) {
      return phone.equals("E") && !first ? weak(word, hangul, left) : hangul;
    }
    if (first && phone.equals("@") && PREFIX.matcher(word).matches()) {
      return "ㅓ";
    }
    if (left == 3 && word.endsWith("ions")) {
      return "ㅓ";
    }
    if (left > 2) {
      for (Ending inner : INSIDE) {
        if (inner.word.matcher(word).matches() && left == inner.left) {
          return inner.vowel;
        }
      }
    }
    if (left != 2) {
      return word.matches(".*ion(?:al|ist)") && left == 4 ? "ㅓ" : hangul;
    }
    return IN_ORDER.stream()
        .filter(ending -> ending.word.matcher(word).matches())
        .map(Ending::vowel)
        .findFirst()
        .orElse(hangul);
  }
}
