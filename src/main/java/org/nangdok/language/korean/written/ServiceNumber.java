package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/** A short number that is a name, of a service or an event: {@code 119에 신고}, {@code 88올림픽}. */
final class ServiceNumber implements WrittenForm {

  private static final Pattern NUMBER = Pattern.compile("\\d{2,4}(?![\\d,.~-])");

  private final Map<String, List<String>> services = new HashMap<>();

  ServiceNumber(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/services.tsv").rows()) {
      services.put(row.field(0), List.of(row.field(1).split(" ")));
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher number = writing.match(NUMBER, at);
    if (number == null || writing.isDigit(at - 1) || ",.-".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    List<String> words = services.get(number.group());
    int end = number.end();
    int next = writing.at(end) == ' ' ? end + 1 : end;
    if (words == null
        || !writing.isAfter("없이", at)
            && words.stream().noneMatch(word -> writing.startsWith(word, next))) {
      return null;
    }
    return Match.words(
        "number as a name", at, end, Numerals.digitByDigit(number.group(), '공'), Role.DIGITS);
  }
}
