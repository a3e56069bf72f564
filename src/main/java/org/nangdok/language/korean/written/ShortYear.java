package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A year without its century: {@code '22년}. */
final class ShortYear implements WrittenForm {

  private static final Pattern YEAR = Pattern.compile("'(\\d\\d)(?=\\s?[년~/.-])");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher year = writing.match(YEAR, at);
    return year == null
        ? null
        : Match.words("short year", at, year.end(), Numerals.sino(year.group(1)), Role.NUMBER);
  }
}
