package org.nangdok.language.korean.written;

import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.words.Role;

/** A number behind 제: {@code 제1차}, {@code 제3자}. */
final class Ordinal implements WrittenForm {

  @Override
  public @Nullable Match match(Writing writing, int at) {
    if (writing.at(at) != '제' || writing.isHangul(at - 1) || !writing.isDigit(at + 1)) {
      return null;
    }
    Quantity quantity = Quantity.at(writing, at + 1, false);
    return quantity == null
        ? null
        : Match.words("ordinal", at, quantity.end(), "제" + quantity.sino(), Role.NUMBER);
  }
}
