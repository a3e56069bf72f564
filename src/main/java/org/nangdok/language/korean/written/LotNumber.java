package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** The number of a lot or a building, as addresses have it: {@code 을지로 100-1}, {@code 산 12-3}. */
final class LotNumber implements WrittenForm {

  private static final Pattern LOT = Pattern.compile("(\\d{1,4})-(\\d{1,4})(?![\\d-]|[.,]\\d)");

  @Override
  public @Nullable Match match(Writing writing, int at) {
    Matcher lot = writing.match(LOT, at);
    if (lot == null || writing.isDigit(at - 1) || "-:.,/".indexOf(writing.at(at - 1)) >= 0) {
      return null;
    }
    String spoken = Numerals.sino(lot.group(1)) + " 다시 " + Numerals.sino(lot.group(2));
    return Match.words("lot number", at, lot.end(), spoken, Role.NUMBER);
  }
}
