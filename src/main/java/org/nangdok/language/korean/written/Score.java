package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A result: {@code 2-0 승리}, {@code 5:0}. */
final class Score implements WrittenForm {

  private static final Pattern RESULT =
      Pattern.compile("(\\d{1,3})\\s?([-:])\\s?(\\d{1,3})(?![\\d:%-]|[.,]\\d)");

  private final Counters counters;

  Score(Counters counters) {
    this.counters = counters;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher result = writing.match(RESULT, at);
    if (result == null || writing.isDigit(at - 1) || "-:.,/".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    int end = result.end();
    int next = writing.at(end) == ' ' ? end + 1 : end;
    if (counters.at(writing, at, end) != null || writing.isLatin(end)) {
      return null;
    }
    if (result.group(2).equals("-") && (writing.startsWith("번지", end) || writing.at(end) == '호')) {
      return Match.words(
          "lot number",
          at,
          end,
          Numerals.sino(result.group(1)) + " 다시 " + Numerals.sino(result.group(3)),
          Role.NUMBER);
    }
    boolean club = result.group(1).equals(result.group(3)) && writing.startsWith("클럽", next);
    return Match.words(
        "score",
        at,
        end,
        Numerals.sino(result.group(1)) + (club ? " " : " 대 ") + Numerals.sino(result.group(3)),
        Role.NUMBER);
  }
}
