package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** Two neighbouring numbers before a native counter, which mean one of both: {@code 2,3명}. */
final class Approximate implements WrittenForm {

  private static final Pattern PAIR = Pattern.compile("([1-8]),([2-9])(?![\\d,.])");
  private static final String[] READINGS = {"한두", "두세", "서너", "네댓", "대여섯", "예닐곱", "일고여덟", "여덟아홉"};

  private final Counters counters;

  Approximate(Counters counters) {
    this.counters = counters;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher pair = writing.match(PAIR, at);
    if (pair == null || writing.isDigit(at - 1) || ",.".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    int low = Integer.parseInt(pair.group(1));
    int next = writing.at(pair.end()) == ' ' ? pair.end() + 1 : pair.end();
    Counters.Counter counter = counters.at(writing, at, next);
    boolean counted = counter != null && counter.most() > low;
    return counted && Integer.parseInt(pair.group(2)) == low + 1
        ? Match.words("approximate number", at, pair.end(), READINGS[low - 1], Role.NUMBER)
        : null;
  }
}
