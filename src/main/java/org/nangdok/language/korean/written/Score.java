package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A result: {@code 2-0 승리}, {@code 5:0}. */
final class Score implements WrittenForm {

  private static final Pattern RESULT =
      Pattern.compile("(\\d{1,3}(?:\\.\\d)?)\\s?([-:])\\s?(\\d{1,3})(?![\\d:%-]|[.,]\\d)");

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
    boolean club = result.group(1).equals(result.group(3)) && writing.startsWith("클럽", next);
    return Match.words(
        "score",
        at,
        end,
        value(result.group(1)) + (club ? " " : " 대 ") + Numerals.sino(result.group(3)),
        Role.NUMBER);
  }

  /** The first number of a rate of applicants may have a fraction: {@code 15.3:1}. */
  private static String value(String written) {
    String[] parts = written.split("\\.");
    return parts.length == 1
        ? Numerals.sino(written)
        : Numerals.sino(parts[0]) + "점" + Numerals.digitByDigit(parts[1], '영');
  }
}
