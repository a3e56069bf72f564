package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** Blood pressure, the higher value first: {@code 혈압 120/80}, {@code 140/90㎜Hg}. */
final class BloodPressure implements WrittenForm {

  private static final Pattern VALUES = Pattern.compile("(\\d{2,3})/(\\d{2,3})(?![\\d/])");

  private final Units units;

  BloodPressure(Units units) {
    this.units = units;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher values = writing.match(VALUES, at);
    if (values == null || writing.isDigit(at - 1) || writing.at(at - 1) == '/') {
      return null;
    }
    String number = Numerals.sino(values.group(1)) + "에 " + Numerals.sino(values.group(2));
    var pieces = new ArrayList<>(Match.words("", at, values.end(), number, Role.NUMBER).pieces());
    int end = values.end();
    Units.Unit unit = units.at(writing, writing.at(end) == ' ' ? end + 1 : end);
    if (unit != null && unit.reading().startsWith("# ")) {
      String name = unit.reading().substring(2);
      pieces.addAll(Match.words("", end, unit.end(), name, Role.READING).pieces());
      end = unit.end();
    }
    return new Match("blood pressure", end, pieces);
  }
}
