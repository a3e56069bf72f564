package org.nangdok.language.korean.written;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/** A sum with its currency in front: {@code $1.5}, {@code ₩5,000}, {@code US$300만}. */
final class Money implements WrittenForm {

  private final Map<String, String> currencies = new HashMap<>();

  Money(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/ko/currencies.tsv").rows()) {
      currencies.put(row.field(0), row.field(1));
    }
  }

  @Override
  public @Nullable Match match(Writing writing, int at) {
    for (int length = 3; length > 0; length--) {
      int end = Math.min(writing.length(), at + length);
      String currency = currencies.get(writing.text().substring(at, end));
      if (currency == null || writing.isLatin(at - 1)) {
        continue;
      }
      int number = writing.at(end) == ' ' ? end + 1 : end;
      Quantity quantity = Quantity.at(writing, number);
      if (quantity != null) {
        return Match.words(
            "money", at, quantity.end(), quantity.sino() + " " + currency, Role.NUMBER);
      }
    }
    return null;
  }
}
