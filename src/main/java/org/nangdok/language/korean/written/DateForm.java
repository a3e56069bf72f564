package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A date in digits: {@code 2022.03.21.}, {@code 2022-3-21}, {@code 2022/06/10}, {@code 2022.3}. */
final class DateForm implements WrittenForm {

  private static final Pattern DATE =
      Pattern.compile(
          "((?:1[0-9]|20|21)\\d\\d)([./-])\\s?(0?[1-9]|1[0-2])\\2\\s?"
              + "(0?[1-9]|[12]\\d|3[01])(?!\\d)(\\.(?!\\d))?");
  private static final Pattern MONTH =
      Pattern.compile(
          "((?:19|20)\\d\\d)\\.\\s?(?:(0[1-9]|1[0-2])(?![\\d.%가-힣a-zA-Z])|([1-9]|1[0-2])\\.(?![\\d%가-힣a-zA-Z]))");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (writing.isDigit(at - 1)) {
      return null;
    }
    Matcher date = writing.match(DATE, at);
    if (date != null) {
      return Match.words(
          "date",
          at,
          date.end(),
          month(date.group(1), date.group(3)) + " " + Numerals.sino(date.group(4)) + " 일",
          Role.NUMBER);
    }
    Matcher month = writing.match(MONTH, at);
    return month == null
        ? null
        : Match.words("date", at, month.end(), month(month.group(1), number(month)), Role.NUMBER);
  }

  private static String number(Matcher month) {
    return month.group(2) != null ? month.group(2) : month.group(3);
  }

  private static String month(String year, String month) {
    return Numerals.sino(year) + " 년 " + monthNumber(Integer.parseInt(month)) + "월";
  }

  /** 유월 and 시월 lose the coda of their numbers. */
  static String monthNumber(int month) {
    return month == 6 ? "유" : month == 10 ? "시" : Numerals.sino(String.valueOf(month));
  }
}
