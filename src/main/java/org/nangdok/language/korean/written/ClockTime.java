package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A time of day: {@code 19:26}, {@code 09:00}, {@code 19:26:37}. */
final class ClockTime implements WrittenForm {

  private static final Pattern TIME =
      Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d))?(?![\\d:])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher time = writing.match(TIME, at);
    if (time == null || writing.isDigit(at - 1) || writing.at(at - 1) == ':') {
      return null;
    }
    var spoken = new StringBuilder(hour(Integer.parseInt(time.group(1)))).append(" 시");
    if (!time.group(2).equals("00") || time.group(3) != null) {
      spoken.append(' ').append(Numerals.sino(time.group(2))).append(" 분");
    }
    if (time.group(3) != null) {
      spoken.append(' ').append(Numerals.sino(time.group(3))).append(" 초");
    }
    return Match.words("time", at, time.end(), spoken.toString(), Role.NUMBER);
  }

  private static String hour(int hour) {
    return hour >= 1 && hour <= 12
        ? Numerals.nativeBefore(hour)
        : Numerals.sino(String.valueOf(hour));
  }
}
