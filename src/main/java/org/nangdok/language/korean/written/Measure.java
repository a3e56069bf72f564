package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/**
 * A number with a unit symbol, a sign or a counter, or alone: {@code 8.2GW}, {@code -10℃}, {@code
 * 2개}, {@code 20~30%}.
 */
final class Measure implements WrittenForm {

  private final Counters counters;
  private final Units units;

  Measure(Counters counters, Units units) {
    this.counters = counters;
    this.units = units;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Sign sign = Sign.at(writing, at);
    int start = at + sign.length();
    if (!writing.isDigit(start) || writing.isDigit(start - 1)) {
      return null;
    }
    boolean ordinal = writing.at(start - 1) == '제' || isSchoolYear(writing, start);
    Quantity quantity = Quantity.at(writing, start, !ordinal);
    if (quantity == null) {
      return null;
    }
    Quantity upper = upper(writing, quantity);
    int end = quantity.end();
    if (writing.at(end) == '여' && !writing.startsWith("여성", end)) {
      return more(writing, at, sign, quantity);
    }
    int behind = upper == null ? end : upper.end();
    int unitAt = writing.at(behind) == ' ' && !writing.isLatin(behind + 1) ? behind + 1 : behind;
    Units.Unit unit = units.at(writing, unitAt);
    if (upper == null && unit != null) {
      return measure(writing, at, sign, quantity, unit);
    }
    int counterAt = writing.at(behind) == ' ' ? behind + 1 : behind;
    Counters.Counter counter =
        ordinal || unit != null ? null : counters.at(writing, start, counterAt);
    String number = sign.reading() + counters.read(quantity, counter);
    if (upper == null) {
      return words("number", writing, at, end, number);
    }
    boolean repeat = counter != null && counter.most() > 0 && counter.most() >= quantity.small();
    String from = repeat && counter != null ? " " + counter.counter() + "에서" : "에서";
    return words("range", writing, at, upper.start(), number + from);
  }

  /** The year of a school: {@code 고3}, {@code 중2병}. */
  private static boolean isSchoolYear(Writing writing, int start) {
    return "초중고".indexOf(writing.at(start - 1)) >= 0
        && !writing.isHangul(start - 2)
        && !writing.isDigit(start + 1);
  }

  /** A number with 여 (more than), and a unit symbol behind it where there is one. */
  private Match more(Writing writing, int at, Sign sign, Quantity quantity) {
    int end = quantity.end() + 1;
    var pieces = new ArrayList<Piece>();
    add(pieces, sign.reading() + quantity.sino() + "여", at, end, Role.NUMBER);
    Units.Unit unit = units.at(writing, end);
    if (unit == null || !unit.reading().startsWith("# ")) {
      return new Match("number", end, pieces);
    }
    add(pieces, unit.reading().substring(2), end, unit.end(), Role.READING);
    return new Match("measure", unit.end(), pieces);
  }

  private static Match measure(
      Writing writing, int at, Sign sign, Quantity quantity, Units.Unit unit) {
    String reading = unit.reading();
    String number = sign.reading() + quantity.sino();
    if (reading.endsWith("# 도") && !reading.equals("# 도")) {
      if (sign == Sign.MINUS) {
        reading = "영하 # 도";
        number = quantity.sino();
      } else if (writing.isAfter("영하", at)
          || writing.isAfter("섭씨", at)
          || writing.isAfter("영상", at)) {
        reading = "# 도";
      }
    }
    int hash = reading.indexOf('#');
    var pieces = new ArrayList<Piece>();
    add(pieces, reading.substring(0, hash), at, unit.end(), Role.READING);
    add(pieces, number, at, quantity.end(), Role.NUMBER);
    add(pieces, reading.substring(hash + 1), quantity.end(), unit.end(), Role.READING);
    return new Match("measure", unit.end(), pieces);
  }

  private static Match words(String form, Writing writing, int start, int end, String spoken) {
    return Match.words(form, start, end, spoken, Role.NUMBER);
  }

  private static void add(List<Piece> pieces, String spoken, int start, int end, Role role) {
    pieces.addAll(Match.words("", start, end, spoken, role).pieces());
  }

  /** The second number of a range; a hyphen makes one only in front of a counter or unit. */
  private @Nullable Quantity upper(Writing writing, Quantity lower) {
    int at = lower.end();
    if (writing.at(at) == ' ') {
      at++;
    }
    char sign = writing.at(at);
    if (sign != '~' && sign != '-' && sign != '–') {
      return null;
    }
    at++;
    if (writing.at(at) == ' ') {
      at++;
    }
    Quantity upper = Quantity.at(writing, at);
    if (upper == null || sign == '~') {
      return upper;
    }
    boolean counted =
        units.at(writing, upper.end()) != null
            || counters.at(writing, upper.start(), upper.end()) != null;
    boolean rises =
        lower.value() != null
            && upper.value() != null
            && lower.value().compareTo(upper.value()) < 0;
    return counted && rises ? upper : null;
  }

  /** A sign in front of a number. */
  private enum Sign {
    NONE("", 0),
    MINUS("마이너스 ", 1),
    PLUS("플러스 ", 1),
    BOTH("플러스 마이너스 ", 1);

    private final String reading;
    private final int length;

    Sign(String reading, int length) {
      this.reading = reading;
      this.length = length;
    }

    String reading() {
      return reading;
    }

    int length() {
      return length;
    }

    static Sign at(Writing writing, int at) {
      boolean free = !Character.isLetterOrDigit(writing.at(at - 1)) && writing.isDigit(at + 1);
      return switch (writing.at(at)) {
        case '-', '△' -> free ? MINUS : NONE;
        case '+' -> free ? PLUS : NONE;
        case '±' -> writing.isDigit(at + 1) ? BOTH : NONE;
        default -> NONE;
      };
    }
  }
}
