package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** Digits that begin with zeros and count nothing: {@code 007}. */
final class Code implements WrittenForm {

  private static final Pattern CODE = Pattern.compile("0\\d{1,7}(?![\\d,]|[.:/-]\\d)");

  private final Counters counters;
  private final Units units;

  Code(Counters counters, Units units) {
    this.counters = counters;
    this.units = units;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher code = writing.match(CODE, at);
    if (code == null || writing.isDigit(at - 1) || ",.:/-".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    int next = writing.at(code.end()) == ' ' ? code.end() + 1 : code.end();
    boolean counted =
        counters.at(writing, at, next) != null || units.at(writing, code.end()) != null;
    return counted
        ? null
        : Match.words(
            "code", at, code.end(), Numerals.digitByDigit(code.group(), '공'), Role.DIGITS);
  }
}
