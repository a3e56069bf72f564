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

  /** Is one word with the day, and tense by its rule: 3·1절 is [사밀쩔] (표준 발음법 29). */
  private static final String FEAST = "절";

  /** So many words may stand between a day with a middle dot and its event. */
  private static final int LATER = 2;

  private static final Pattern NAMED =
      Pattern.compile("(?:테러|참사|사태|대지진|전쟁|항쟁|혁명|학살|쿠데타|해킹|계엄|선거|총선|대선|재보선)");

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
    boolean event =
        isEvent(writing, day.end())
            || isEventLater(writing, day.end(), day.group(2).equals("·") ? LATER : 0);
    if (!event && (listed == null || !day.group(2).equals("·"))) {
      return null;
    }
    String spoken =
        listed != null
            ? listed
            : Numerals.sino(day.group(1)) + Numerals.digitByDigit(day.group(3), '공');
    return writing.startsWith(FEAST, day.end())
        ? Match.words("named day", at, day.end() + 1, spoken + FEAST, Role.NUMBER)
        : Match.words("named day", at, day.end(), spoken, Role.DIGITS);
  }

  private boolean isEvent(Writing writing, int end) {
    int at = writing.at(end) == ' ' ? end + 1 : end;
    return events.stream().anyMatch(event -> writing.startsWith(event, at));
  }

  /** An event whose word ends a longer one or stands behind others: {@code 3·11 동일본 대지진}. */
  private boolean isEventLater(Writing writing, int end, int more) {
    int at = end;
    for (int word = 0; word <= more; word++) {
      at = writing.at(at) == ' ' ? at + 1 : at;
      int last = writing.hangulEnd(at);
      if (last == at) {
        return false;
      }
      String written = writing.text().substring(at, last);
      if (NAMED.matcher(written).find()) {
        return true;
      }
      at = last;
    }
    return false;
  }
}
