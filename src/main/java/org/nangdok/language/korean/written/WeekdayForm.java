package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A day of the week in brackets behind a date: {@code 21일(월)}. */
final class WeekdayForm implements WrittenForm {

  private static final Pattern DAY = Pattern.compile("\\(([월화수목금토일])\\)");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher day = writing.match(DAY, at);
    char before = writing.at(at - 1) == ' ' ? writing.at(at - 2) : writing.at(at - 1);
    if (day == null || !(before == '일' || before == '.' || Character.isDigit(before))) {
      return null;
    }
    return Match.words("weekday", at, day.end(), day.group(1) + "요일", Role.READING);
  }
}
