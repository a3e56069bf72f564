package org.nangdok.language.english;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

/** English words for numbers: ICU's spell-out, and what has no rules there. */
final class EnglishNumbers {

  private static final String[] DIGITS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };

  private static final int LONGEST = 15;

  /** ICU's formats aren't thread-safe. */
  private static final RuleBasedNumberFormat SPELL_OUT =
      new RuleBasedNumberFormat(ULocale.US, RuleBasedNumberFormat.SPELLOUT);

  private EnglishNumbers() {}

  /** Digits as a number; more than 15 are read one by one. */
  static String cardinal(String digits) {
    return spelled(digits, "%spellout-cardinal");
  }

  /** First, second, twenty first. */
  static String ordinal(String digits) {
    return spelled(digits, "%spellout-ordinal");
  }

  /** A year: nineteen ninety nine, two thousand five, twenty twenty two. */
  static String year(String digits) {
    return spelled(digits, "%spellout-numbering-year");
  }

  private static String spelled(String digits, String rules) {
    String number = digits.replace(",", "");
    if (number.length() > LONGEST) {
      return digitByDigit(number);
    }
    synchronized (SPELL_OUT) {
      return SPELL_OUT.format(Long.parseLong(number), rules).replace('-', ' ');
    }
  }

  /** A number with a fraction, the fraction digit by digit. */
  static String decimal(String number) {
    int point = number.indexOf('.');
    if (point < 0) {
      return cardinal(number);
    }
    String whole = point == 0 ? "zero" : cardinal(number.substring(0, point));
    return whole + " point " + digitByDigit(number.substring(point + 1));
  }

  /** A number that counts nothing: seven eighty seven, one oh one, nineteen eighty three. */
  static String designation(String digits) {
    int length = digits.length();
    if (length > 4 || digits.startsWith("0")) {
      return digitByDigit(digits).replace("zero", "oh");
    }
    if (length < 3 || digits.endsWith("000")) {
      return cardinal(digits);
    }
    String first = cardinal(digits.substring(0, length - 2));
    String rest = digits.substring(length - 2);
    return first + (rest.equals("00") ? " hundred" : " " + pair(rest));
  }

  private static String pair(String digits) {
    return (digits.startsWith("0") ? "oh " : "") + cardinal(digits);
  }

  /** Digits one by one; other characters are left out. */
  static String digitByDigit(String digits) {
    var words = new StringBuilder();
    for (char c : digits.toCharArray()) {
      if (c >= '0' && c <= '9') {
        words.append(words.isEmpty() ? "" : " ").append(DIGITS[c - '0']);
      }
    }
    return words.toString();
  }
}
