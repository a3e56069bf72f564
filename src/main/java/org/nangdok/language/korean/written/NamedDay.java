package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/**
 * A day that names an event: {@code 4·19 혁명}, {@code 6.25전쟁}, {@code 911 테러}. The month is read as
 * a number, the day digit by digit, unless {@code days.tsv} lists the day.
 */
final class NamedDay implements WrittenForm {

  private static final Pattern DAY =
      Pattern.compile("(1[0-2]|[1-9])([·./])(3[01]|[12]\\d|[1-9])(?![\\d·]|[./]\\d)");

  private static final Pattern CLOSED = Pattern.compile("\\d{3,4}(?![\\d,.])");

  private final Map<String, String> days = new HashMap<>();
  private final Map<String, String> closedDays = new HashMap<>();
  private final Set<String> events = new HashSet<>();

  NamedDay(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/days.tsv").rows()) {
      if (row.field(0).equals("event")) {
        events.addAll(Set.of(row.field(1).split(" ")));
      } else {
        days.put(row.field(0), row.field(1));
        closedDays.put(row.field(0).replace("·", ""), row.field(1));
      }
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher closed = writing.match(CLOSED, at);
    if (closed != null && !writing.isDigit(at - 1) && isEvent(writing, closed.end())) {
      String known = closedDays.get(closed.group());
      return known == null ? null : Match.words("named day", at, closed.end(), known, Role.DIGITS);
    }
    Matcher day = writing.match(DAY, at);
    if (day == null || writing.isDigit(at - 1) || "·.,".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    String listed = days.get(day.group(1) + "·" + day.group(3));
    if (!isEvent(writing, day.end()) && (listed == null || !day.group(2).equals("·"))) {
      return null;
    }
    String spoken =
        listed != null
            ? listed
            : Numerals.sino(day.group(1)) + Numerals.digitByDigit(day.group(3), '공');
    return Match.words("named day", at, day.end(), spoken, Role.DIGITS);
  }

  private boolean isEvent(Writing writing, int end) {
    int at = writing.at(end) == ' ' ? end + 1 : end;
    return events.stream().anyMatch(event -> writing.startsWith(event, at));
  }
}
