package org.nangdok.language.korean.written;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** People of two neighbouring decades, read digit by digit: {@code 3040 부부}, {@code 7080}. */
final class Decades implements WrittenForm {

  private static final Pattern PAIR = Pattern.compile("([1-9])0([1-9])0(?![\\d,.:%/~-])");

  /** A pair that is a year as well needs one of these behind it. */
  private static final List<String> PEOPLE =
      List.of("세대", "여성", "남성", "청년", "직장인", "부부", "유권자", "표심", "소비자", "투자자", "젊은");

  private static final int YEARS = 2;

  private final Counters counters;
  private final Units units;

  Decades(Counters counters, Units units) {
    this.counters = counters;
    this.units = units;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher pair = writing.match(PAIR, at);
    if (pair == null || writing.isDigit(at - 1) || ",.:-~/".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    int first = Integer.parseInt(pair.group(1));
    if (Integer.parseInt(pair.group(2)) != first + 1) {
      return null;
    }
    int end = pair.end();
    int next = writing.at(end) == ' ' ? end + 1 : end;
    boolean people = PEOPLE.stream().anyMatch(word -> writing.startsWith(word, next));
    boolean counted =
        counters.at(writing, at, next) != null
            || units.at(writing, end) != null
            || "만억조".indexOf(writing.at(next)) >= 0;
    return people || first > YEARS && !counted
        ? Match.words("decades", at, end, Numerals.digitByDigit(pair.group(), '공'), Role.DIGITS)
        : null;
  }
}
