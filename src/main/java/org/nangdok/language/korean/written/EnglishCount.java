package org.nangdok.language.korean.written;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A count that is said in English behind an English word: {@code 빅5 병원}, {@code 톱10}. */
final class EnglishCount implements WrittenForm {

  private static final Pattern NUMBER = Pattern.compile("(1[01]|[2-9])(?![\\d,.:%~-])");
  private static final List<String> BEFORE = List.of("빅", "톱", "베스트");
  private static final List<String> READINGS =
      List.of("제로", "원", "투", "스리", "포", "파이브", "식스", "세븐", "에이트", "나인", "텐", "일레븐");

  private final Counters counters;

  EnglishCount(Counters counters) {
    this.counters = counters;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher number = writing.match(NUMBER, at);
    if (number == null
        || writing.isDigit(at - 1)
        || BEFORE.stream().noneMatch(word -> isWord(word, writing, at))) {
      return null;
    }
    int end = number.end();
    return counters.at(writing, at, end) != null
        ? null
        : Match.words(
            "English count",
            at,
            end,
            READINGS.get(Integer.parseInt(number.group(1))),
            Role.READING);
  }

  /** A figure as it is said in English names. */
  static String named(char figure) {
    return READINGS.get(Character.digit(figure, 10));
  }

  /** Whether the word before a place is this one, and not the end of a longer one. */
  private static boolean isWord(String word, Writing writing, int at) {
    int end = writing.at(at - 1) == ' ' ? at - 1 : at;
    return writing.isAfter(word, at) && !writing.isHangul(end - word.length() - 1);
  }
}
