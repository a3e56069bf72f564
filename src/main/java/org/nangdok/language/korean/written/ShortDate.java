package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A date without its century or its year: {@code '24.11.5.}, {@code 11/5(화)}, {@code 9.1(월)}. */
final class ShortDate implements WrittenForm {

  private static final String MONTH = "(1[0-2]|0?[1-9])";
  private static final String DAY = "(3[01]|[12]\\d|0?[1-9])(?!\\d|[./]\\d)\\.?";
  private static final Pattern WITH_YEAR =
      Pattern.compile("'?([0-9]\\d)([./])\\s?" + MONTH + "\\2\\s?" + DAY);
  private static final Pattern WITHOUT_YEAR = Pattern.compile(MONTH + "[./]\\s?" + DAY);

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (writing.isDigit(at - 1) || "./-".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    Matcher full = writing.match(WITH_YEAR, at);
    if (full != null) {
      String spoken = Numerals.sino(full.group(1)) + " 년 " + day(full.group(3), full.group(4));
      return Match.words("short date", at, full.end(), spoken, Role.NUMBER);
    }
    Matcher day = writing.match(WITHOUT_YEAR, at);
    return day == null
        ? null
        : Match.words("day and month", at, day.end(), day(day.group(1), day.group(2)), Role.NUMBER);
  }

  private static String day(String month, String day) {
    return DateForm.monthNumber(Integer.parseInt(month)) + "월 " + Numerals.sino(day) + " 일";
  }
}
