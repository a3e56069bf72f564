package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A short number that is dialled and that no list has; evidence tells it from a count. */
final class HelpLine implements WrittenForm {

  private static final Pattern NUMBER = Pattern.compile("1\\d{2,3}(?![\\d,.~%-])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher number = writing.match(NUMBER, at);
    if (number == null || writing.isDigit(at - 1) || ",.-".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    return Match.words(
        "helpline", at, number.end(), Numerals.digitByDigit(number.group(), '공'), Role.DIGITS);
  }
}
