package org.nangdok.language.english;

/** English words for numbers. */
final class EnglishNumbers {

  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] LARGE = {"", " thousand", " million", " billion", " trillion"};

  private EnglishNumbers() {}

  /** Digits as a number; more than 15 are read one by one. */
  static String cardinal(String digits) {
    String number = digits.replace(",", "").replaceFirst("^0+(?=.)", "");
    if (number.length() > 15) {
      return digitByDigit(number);
    }
    if (number.equals("0")) {
      return SMALL[0];
    }
    var words = new StringBuilder();
    for (int group = (number.length() - 1) / 3; group >= 0; group--) {
      int end = number.length() - 3 * group;
      int value = Integer.parseInt(number.substring(Math.max(0, end - 3), end));
      if (value > 0) {
        words.append(words.isEmpty() ? "" : " ").append(hundreds(value)).append(LARGE[group]);
      }
    }
    return words.toString();
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

  /** First, second, twenty first. */
  static String ordinal(String digits) {
    String words = cardinal(digits);
    int space = words.lastIndexOf(' ') + 1;
    String last = words.substring(space);
    String ordinal =
        switch (last) {
          case "one" -> "first";
          case "two" -> "second";
          case "three" -> "third";
          case "five" -> "fifth";
          case "eight" -> "eighth";
          case "nine" -> "ninth";
          case "twelve" -> "twelfth";
          default ->
              last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        };
    return words.substring(0, space) + ordinal;
  }

  /** A year: nineteen ninety nine, two thousand five, twenty twenty two. */
  static String year(String digits) {
    int century = Integer.parseInt(digits.substring(0, 2));
    int rest = Integer.parseInt(digits.substring(2));
    if (century % 10 == 0 && rest < 10) {
      return cardinal(digits);
    }
    if (rest == 0) {
      return cardinal(digits.substring(0, 2)) + " hundred";
    }
    return cardinal(digits.substring(0, 2))
        + (rest < 10 ? " oh " : " ")
        + cardinal(digits.substring(2));
  }

  /** Digits one by one; other characters are left out. */
  static String digitByDigit(String digits) {
    var words = new StringBuilder();
    for (char c : digits.toCharArray()) {
      if (c >= '0' && c <= '9') {
        words.append(words.isEmpty() ? "" : " ").append(SMALL[c - '0']);
      }
    }
    return words.toString();
  }

  private static String hundreds(int value) {
    var words = new StringBuilder();
    if (value >= 100) {
      words.append(SMALL[value / 100]).append(" hundred");
    }
    int rest = value % 100;
    if (rest > 0) {
      words.append(words.isEmpty() ? "" : " ");
      words.append(rest < 20 ? SMALL[rest] : TENS[rest / 10]);
      words.append(rest >= 20 && rest % 10 > 0 ? " " + SMALL[rest % 10] : "");
    }
    return words.toString();
  }
}
