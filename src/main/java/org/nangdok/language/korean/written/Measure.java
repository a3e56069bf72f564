package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/**
 * A number with a unit symbol, a sign or a counter, or alone: {@code 8.2GW}, {@code -10℃}, {@code
 * 2개}, {@code 20~30%}. Where the counter takes native and Sino-Korean numbers, both are offered.
 */
final class Measure implements WrittenForm {

  /** What each row of a counter weighs less than the one before it. */
  private static final double LATER_ROW = .8;

  private final Counters counters;
  private final Units units;
  private final UnitReading unitReading = new UnitReading();

  Measure(Counters counters, Units units) {
    this.counters = counters;
    this.units = units;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    List<Match> offers = offers(writing, at);
    return offers.isEmpty() ? null : offers.getFirst();
  }

  @Override
  public List<Match> offers(Writing writing, int at) {
    Sign sign = Sign.at(writing, at);
    int start = at + sign.length();
    if (!writing.isDigit(start) || writing.isDigit(start - 1)) {
      return List.of();
    }
    boolean ordinal = writing.at(start - 1) == '제' || isSchoolYear(writing, start);
    Quantity quantity = Quantity.at(writing, start, !ordinal);
    if (quantity == null) {
      return List.of();
    }
    Range upper = upper(writing, quantity);
    int end = quantity.end();
    if (writing.at(end) == '여' && !writing.startsWith("여성", end)) {
      return List.of(more(writing, at, sign, quantity));
    }
    int behind = upper == null ? end : upper.number().end();
    int unitAt = writing.at(behind) == ' ' && !writing.isLatin(behind + 1) ? behind + 1 : behind;
    Units.Unit unit = units.at(writing, unitAt);
    if (unit != null) {
      return List.of(unitReading.of(writing, at, sign, quantity, upper, unit));
    }
    return counted(writing, at, sign, quantity, upper, ordinal, behind);
  }

  private List<Match> counted(
      Writing writing,
      int at,
      Sign sign,
      Quantity quantity,
      @Nullable Range upper,
      boolean ordinal,
      int behind) {
    int counterAt = writing.at(behind) == ' ' ? behind + 1 : behind;
    List<Counters.Counter> rows =
        ordinal ? List.of() : counters.all(writing, quantity.start(), counterAt);
    String minus = sign == Sign.MINUS && isDegrees(writing, counterAt) ? "영하 " : sign.reading();
    if (rows.isEmpty()) {
      return List.of(number(writing, at, quantity, upper, null, minus));
    }
    var offers = new ArrayList<Match>();
    for (Counters.Counter row : rows) {
      boolean native_ = row.most() > 0 && quantity.small() <= row.most();
      String sense = row.counter() + (native_ ? ":native" : ":sino");
      if (offers.stream().noneMatch(offer -> offer.sense().equals(sense))) {
        offers.add(
            number(writing, at, quantity, upper, row, minus).as(sense, -LATER_ROW * offers.size()));
      }
    }
    return offers;
  }

  private Match number(
      Writing writing,
      int at,
      Quantity quantity,
      @Nullable Range upper,
      Counters.@Nullable Counter counter,
      String sign) {
    String number = sign + counters.read(quantity, counter);
    if (upper == null) {
      return Match.words("number", at, quantity.end(), number, Role.NUMBER);
    }
    boolean repeat = counter != null && counter.most() > 0 && counter.most() >= quantity.small();
    String from = repeat && counter != null ? " " + counter.counter() + "에서" : "에서";
    return Match.words("range", at, upper.start(), number + from, Role.NUMBER);
  }

  /** Whether degrees of temperature follow, below zero: {@code -15도}. */
  private static boolean isDegrees(Writing writing, int at) {
    return writing.at(at) == '도' && !writing.isHangul(at + 1)
        || List.of("도로", "도까", "도에", "도의", "도를", "도가", "도 ", "도를", "도안", "도였").stream()
            .anyMatch(form -> writing.startsWith(form, at));
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
    var pieces =
        new ArrayList<>(
            Match.words("", at, end, sign.reading() + quantity.sino() + "여", Role.NUMBER).pieces());
    Units.Unit unit = units.at(writing, end);
    if (unit == null || !unit.reading().startsWith("# ")) {
      return new Match("number", end, pieces);
    }
    pieces.addAll(
        Match.words("", end, unit.end(), unit.reading().substring(2), Role.READING).pieces());
    return new Match("measure", unit.end(), pieces);
  }

  /** The second number of a range; a hyphen makes one only in front of a counter or unit. */
  private @Nullable Range upper(Writing writing, Quantity lower) {
    int at = lower.end();
    if (writing.at(at) == ' ') {
      at++;
    }
    char hyphen = writing.at(at);
    if (hyphen != '~' && hyphen != '-' && hyphen != '–') {
      return null;
    }
    at++;
    if (writing.at(at) == ' ') {
      at++;
    }
    Sign sign = hyphen == '~' ? Sign.at(writing, at) : Sign.NONE;
    Quantity upper = Quantity.at(writing, at + sign.length());
    if (upper == null) {
      return null;
    }
    var range = new Range(at, sign, upper);
    if (hyphen == '~') {
      return range;
    }
    boolean counted =
        units.at(writing, upper.end()) != null
            || counters.at(writing, upper.start(), upper.end()) != null;
    boolean rises =
        lower.value() != null
            && upper.value() != null
            && lower.value().compareTo(upper.value()) < 0;
    return counted && rises ? range : null;
  }

  /** The second number of a range and where it begins, with its sign. */
  record Range(int start, Sign sign, Quantity number) {}

  /** A sign in front of a number. */
  enum Sign {
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
