package org.nangdok.language.korean.written;

import java.math.BigInteger;
import org.nangdok.language.korean.sound.Hangul;

/** Korean words for numbers. */
final class Numerals {

  private static final String DIGITS = "영일이삼사오육칠팔구";
  private static final String[] LARGE = {"", "만", "억", "조", "경", "해"};
  private static final String[] SMALL = {"", "십", "백", "천"};
  private static final String[] ONES = {"", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"};
  private static final String[] TENS = {"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"};

  private Numerals() {}

  /**
   * A number in Sino-Korean words, one word for each power of ten thousand (사만 칠천).
   *
   * @param digits decimal digits; more than 24 are read one by one
   */
  static String sino(String digits) {
    String number = digits.replaceFirst("^0+(?=.)", "");
    if (number.length() > 4 * LARGE.length) {
      return digitByDigit(digits, '영');
    }
    if (number.equals("0")) {
      return "영";
    }
    var words = new StringBuilder();
    for (int group = (number.length() - 1) / 4; group >= 0; group--) {
      int end = number.length() - 4 * group;
      int value = Integer.parseInt(number.substring(Math.max(0, end - 4), end));
      if (value == 0) {
        continue;
      }
      if (!words.isEmpty()) {
        words.append(' ');
      }
      boolean bare = group == 1 && value == 1 && words.isEmpty();
      words.append(bare ? "" : thousands(value)).append(LARGE[group]);
    }
    return words.toString();
  }

  /** A number in Sino-Korean words. */
  static String sino(BigInteger value) {
    return sino(value.toString());
  }

  /** 1 to 99 as before a counter: 한, 스무, 서른다섯. */
  static String nativeBefore(int value) {
    if (value == 20) {
      return "스무";
    }
    return TENS[value / 10] + ONES[value % 10];
  }

  /** Digits one by one; other characters are left out. */
  static String digitByDigit(String digits, char zero) {
    var words = new StringBuilder(digits.length());
    for (char c : digits.toCharArray()) {
      if (c >= '0' && c <= '9') {
        words.append(c == '0' ? zero : DIGITS.charAt(c - '0'));
      }
    }
    return words.toString();
  }

  /** Whether a syllable is a Sino-Korean digit. */
  static boolean isDigit(char syllable) {
    return Hangul.isSyllable(syllable) && DIGITS.indexOf(syllable) >= 0;
  }

  private static String thousands(int value) {
    var words = new StringBuilder();
    int divisor = 1000;
    for (int place = 3; place >= 0; place--) {
      int digit = value / divisor % 10;
      if (digit > 1 || digit == 1 && place == 0) {
        words.append(DIGITS.charAt(digit));
      }
      if (digit > 0) {
        words.append(SMALL[place]);
      }
      divisor /= 10;
    }
    return words.toString();
  }
}
