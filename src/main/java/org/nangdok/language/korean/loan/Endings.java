package org.nangdok.language.korean.loan;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Beginnings and endings whose reduced vowel is written in one way by custom: -en 은, -ful 풀, -ness
 * 니스, -age 이지, -ket 켓, -tion 션, con- 컨.
 */
final class Endings {

  /** An ending, and the vowel before its last consonant. */
  private record Ending(Pattern word, String vowel) {
    static Ending of(String word, String vowel) {
      return new Ending(Pattern.compile(".*(?:" + word + ")"), vowel);
    }
  }

  private static final List<Ending> IN_ORDER =
      List.of(
          Ending.of("ful", "ㅜ"),
          Ending.of("tain", "ㅣ"),
          Ending.of("[^aeiouc]en|[sztd]on", "ㅡ"),
          Ending.of("chen|ken", "ㅣ"),
          Ending.of("ness|less", "ㅣ"),
          Ending.of("age|ege|edge", "ㅣ"),
          Ending.of("ket", "ㅔ"),
          Ending.of("[^aeiouk]et", "ㅣ"),
          Ending.of("[^aeiou]em", "ㅔ"),
          Ending.of("ion|om|eon|ous", "ㅓ"));

  /** Where a reduced o is no ㅗ: con-, com-, col- before another consonant. */
  private static final Pattern PREFIX = Pattern.compile("(?:con|com|col|cor)[^aeiouy].*");

  private Endings() {}

  /**
   * The vowel as it is written in such a word.
   *
   * @param hangul the vowel by sound and letter
   * @param first whether it is the first vowel of the word
   * @param left how many phones there are from this vowel to the end of the word
   */
  static String vowel(String word, String phone, String hangul, boolean first, int left) {
    if (!phone.equals("@") && !phone.equals("I")) {
      return hangul;
    }
    if (first && phone.equals("@") && PREFIX.matcher(word).matches()) {
      return "ㅓ";
    }
    if (left == 3 && word.endsWith("ions")) {
      return "ㅓ";
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
