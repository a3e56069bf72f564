package org.nangdok.language.korean.written;

import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A unit without a number: {@code ㎏당}, {@code ℓ 단위}; in letters only before 당. */
final class UnitAlone implements WrittenForm {

  private final Units units;

  UnitAlone(Units units) {
    this.units = units;
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (writing.isDigit(at - 1)
        || writing.isLatin(at - 1)
        || writing.isHangul(at)
        || writing.isDigit(at)
        || writing.at(at - 1) == ' ' && writing.isDigit(at - 2)) {
      return null;
    }
    Units.Unit unit = units.at(writing, at);
    if (unit == null || unit.reading().lastIndexOf('#') > 0) {
      return null;
    }
    String name = unit.reading().replace("# ", "");
    boolean each = writing.at(unit.end()) == '당' && !writing.isHangul(unit.end() + 1);
    boolean letters = writing.isLatin(at) || "%°$\"'".indexOf(writing.at(at)) >= 0;
    return letters && !each ? null : Match.words("unit", at, unit.end(), name, Role.READING);
  }
}
