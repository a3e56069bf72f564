package org.nangdok.language.korean.written;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.Role;
import org.nangdok.language.lexicon.TsvFile;

/** A sum with its currency in front: {@code $1.5}, {@code ₩5,000}, {@code US$300만}. */
final class Money implements WrittenForm {

  private static final int LONGEST = 20;
  private static final Pattern SCALED =
      Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(k|K|m|M|mn|b|B|bn|tn|T)(?![A-Za-z\\d])");

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
      if (quantity != null && writing.isLatin(quantity.end())) {
        Match large = scaled(writing, at, number, currency);
        if (large != null) {
          return large;
        }
      }
      if (quantity != null) {
        return Match.words(
            "money", at, quantity.end(), quantity.sino() + " " + currency, Role.NUMBER);
      }
    }
    return null;
  }

  /** Sums with an English scale: {@code $1.2bn} is twelve hundred million. */
  private static @Nullable Match scaled(Writing writing, int at, int number, String currency) {
    Matcher sum =
        SCALED
            .matcher(writing.text())
            .region(number, Math.min(writing.length(), number + LONGEST))
            .useTransparentBounds(true);
    if (!sum.lookingAt()) {
      return null;
    }
    int zeros =
        switch (sum.group(2).toLowerCase(Locale.ROOT)) {
          case "k" -> 3;
          case "m", "mn" -> 6;
          case "b", "bn" -> 9;
          default -> 12;
        };
    String whole =
        new BigDecimal(sum.group(1).replace(",", ""))
            .movePointRight(zeros)
            .setScale(0, RoundingMode.DOWN)
            .toPlainString();
    return Match.words("money", at, sum.end(), Numerals.sino(whole) + " " + currency, Role.NUMBER);
  }
}
