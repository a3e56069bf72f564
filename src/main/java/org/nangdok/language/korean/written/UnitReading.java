package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.korean.written.Measure.Sign;

/**
 * How a number, or a range whose unit stands last, is read with its unit: what the unit says before
 * the number is said once ({@code 60~90㎍/㎥} 세제곱미터당 육십에서 구십 마이크로그램).
 */
final class UnitReading {

  private static final String DEGREES = "# 도";

  /** What names the scale of a temperature already. */
  private static final List<String> SCALES = List.of("영하", "섭씨", "영상", "화씨");

  Match of(
      Writing writing,
      int at,
      Sign sign,
      Quantity quantity,
      Measure.@Nullable Range upper,
      Units.Unit unit) {
    boolean degrees = unit.reading().endsWith(DEGREES);
    boolean below = degrees && sign == Sign.MINUS;
    String reading = template(writing, at, unit.reading(), below);
    int hash = reading.indexOf('#');
    var pieces = new ArrayList<Piece>();
    add(pieces, reading.substring(0, hash), at, unit.end(), Role.READING);
    String number = (below ? "영하 " : sign.reading()) + quantity.sino();
    if (upper != null) {
      number += "에서";
    }
    add(pieces, number, at, upper == null ? quantity.end() : upper.start(), Role.NUMBER);
    if (upper != null) {
      String second =
          (below && upper.sign() == Sign.MINUS ? "영하 " : upper.sign().reading())
              + upper.number().sino();
      add(pieces, second, upper.start(), upper.number().end(), Role.NUMBER);
    }
    int last = upper == null ? quantity.end() : upper.number().end();
    add(pieces, reading.substring(hash + 1), last, unit.end(), Role.READING);
    return new Match(upper == null ? "measure" : "range", unit.end(), pieces);
  }

  /** The reading without what the text before has said already: {@code 초속 15m/s}. */
  private static String template(Writing writing, int at, String reading, boolean below) {
    boolean degrees = reading.endsWith(DEGREES) && !reading.equals(DEGREES);
    if (degrees && (below || SCALES.stream().anyMatch(scale -> writing.isAfter(scale, at)))) {
      return DEGREES;
    }
    String said = reading.substring(0, reading.indexOf('#')).strip();
    return !said.isEmpty() && writing.isAfter(said, at)
        ? reading.substring(reading.indexOf('#'))
        : reading;
  }

  private static void add(List<Piece> pieces, String spoken, int start, int end, Role role) {
    pieces.addAll(Match.words("", start, end, spoken, role).pieces());
  }
}
