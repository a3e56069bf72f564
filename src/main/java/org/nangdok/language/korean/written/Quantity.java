package org.nangdok.language.korean.written;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as written: digits with commas, a fraction, and mixed with 십, 백, 천, 만, 억, 조, 경.
 *
 * @param start where it begins in the folded text
 * @param end where it ends
 * @param value its value, if it has no fraction
 * @param sino its Sino-Korean reading
 */
record Quantity(int start, int end, @Nullable BigInteger value, String sino) {

  private static final Pattern DIGITS =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})++(?!\\d)|\\d++)(?:\\.(\\d++)(?!\\.\\d))?");
  private static final Pattern POWERS =
      Pattern.compile("(천|백|십)?(만|억|조(?=[\\d ]|[원여달엔유위억천만백대]|$)|경(?=[\\d ]|[원여달]|$))?");
  private static final String SMALL = "십백천";
  private static final String LARGE = "만억조경";

  /** The number at a place. */
  static @Nullable Quantity at(Writing writing, int start) {
    return at(writing, start, true);
  }

  /** The number at a place; {@code mixed} if 만, 억 and so on may be part of it. */
  static @Nullable Quantity at(Writing writing, int start, boolean mixed) {
    BigInteger total = BigInteger.ZERO;
    BigInteger section = BigInteger.ZERO;
    var spoken = new StringBuilder();
    boolean whole = true;
    int at = start;
    int end = start;
    BigInteger floor = null;
    while (true) {
      Matcher digits = writing.match(DIGITS, at);
      if (digits == null || at > start && !fits(digits, floor)) {
        break;
      }
      String integer = digits.group(1).replace(",", "");
      String fraction = digits.group(2);
      spoken.append(spoken.isEmpty() ? "" : " ").append(Numerals.sino(integer));
      if (fraction != null) {
        whole = false;
        spoken.append('점').append(Numerals.digitByDigit(fraction, '영'));
      }
      end = digits.end();
      Matcher powers = mixed ? writing.match(POWERS, end) : null;
      boolean plain = powers == null || powers.end() == end;
      String small = powers == null ? null : powers.group(1);
      String large = powers == null ? null : powers.group(2);
      section = section.add(new BigInteger(integer).multiply(scale(SMALL, 1, small)));
      if (large != null) {
        total = total.add(section.multiply(scale(LARGE, 4, large)));
        section = BigInteger.ZERO;
      }
      if (plain || powers == null) {
        break;
      }
      spoken.append(powers.group());
      end = powers.end();
      floor = large != null ? scale(LARGE, 4, large) : scale(SMALL, 1, small);
      at = large != null && writing.at(end) == ' ' ? end + 1 : end;
    }
    total = total.add(section);
    if (end == start) {
      return null;
    }
    return whole
        ? new Quantity(start, end, total, Numerals.sino(total))
        : new Quantity(start, end, null, spoken.toString());
  }

  /** The value if it is a small whole number, else -1. */
  int small() {
    return value != null && value.bitLength() < 31 ? value.intValue() : -1;
  }

  private static boolean fits(Matcher digits, @Nullable BigInteger floor) {
    return floor != null
        && digits.group(2) == null
        && new BigInteger(digits.group(1).replace(",", "")).compareTo(floor) < 0;
  }

  private static BigInteger scale(String powers, int step, @Nullable String power) {
    return power == null ? BigInteger.ONE : BigInteger.TEN.pow(step * (powers.indexOf(power) + 1));
  }
}
