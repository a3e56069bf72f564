package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** The months that are read 유월 and 시월: {@code 6월}, {@code 10월}. */
final class MonthForm implements WrittenForm {

  private static final Pattern MONTH = Pattern.compile("0?(6|10)\\s?월");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher month = writing.match(MONTH, at);
    if (month == null || writing.isDigit(at - 1) || writing.at(at - 1) == '.') {
      return null;
    }
    String spoken = DateForm.monthNumber(Integer.parseInt(month.group(1))) + "월";
    return Match.words("month", at, month.end(), spoken, Role.READING);
  }
}
