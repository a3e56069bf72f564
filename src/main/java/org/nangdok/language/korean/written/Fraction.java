package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A fraction, the denominator first: {@code 2/3}, {@code ½}. */
final class Fraction implements WrittenForm {

  private static final Pattern FRACTION = Pattern.compile("(\\d{1,4})/(\\d{1,4})(?![\\d/])");

  /** Round the clock: {@code 24/7}. */
  private static final int DAY = 24;

  private static final int WEEK = 7;
  private static final int WHOLE = 100;
  private static final String VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
  private static final String[] VALUES = {
    "1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/8", "3/8",
    "5/8", "7/8"
  };

  @Override
  public @Nullable Match match(Writing writing, int at) {
    int vulgar = VULGAR.indexOf(writing.at(at));
    if (vulgar >= 0) {
      String[] parts = VALUES[vulgar].split("/");
      return Match.words("fraction", at, at + 1, read(parts[0], parts[1]), Role.NUMBER);
    }
    Matcher fraction = writing.match(FRACTION, at);
    if (fraction == null || writing.isDigit(at - 1) || writing.at(at - 1) == '/') {
      return null;
    }
    String spoken = spoken(writing, fraction);
    return Match.words("fraction", at, fraction.end(), spoken, Role.NUMBER);
  }

  private static String spoken(Writing writing, Matcher fraction) {
    int first = Integer.parseInt(fraction.group(1));
    int second = Integer.parseInt(fraction.group(2));
    String sino = Numerals.sino(fraction.group(1));
    if (writing.startsWith("분기", fraction.end())) {
      return sino + Numerals.sino(fraction.group(2));
    }
    if (first == DAY && second == WEEK) {
      return sino + " " + Numerals.sino(fraction.group(2));
    }
    // shares of a whole, not more than a whole: 50/50, 80/20
    return first >= second && first + second == WHOLE
        ? sino + " 대 " + Numerals.sino(fraction.group(2))
        : read(fraction.group(1), fraction.group(2));
  }

  private static String read(String numerator, String denominator) {
    return Numerals.sino(denominator).replace(" ", "") + "분의 " + Numerals.sino(numerator);
  }
}
