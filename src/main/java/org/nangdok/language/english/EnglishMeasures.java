package org.nangdok.language.english;

import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Numbers with units, shares, fractions, ranges and plain numbers. */
final class EnglishMeasures {

  /** A minus stands only where no word or number ends. */
  private static final String SIGN = "((?<![\\p{L}\\d)\\]])[-−]|\\+)?";

  private static final String NUMBER = EnglishForms.NUMBER;
  private static final String UNIT = "((?:sq|cu)\\.? [a-z]{1,2}|[A-Za-z°µ²³/]{1,5})(?![A-Za-z²³])";
  private static final String BOUND = "((?:sq|cu)-[a-z]{1,2}|[A-Za-z]{1,3})(?![A-Za-z])";

  private static final int WHOLE = 100;

  private final EnglishWords words;

  private EnglishMeasures(EnglishWords words) {
    this.words = words;
  }

  /** The classes, most special first. */
  static List<Form> forms(EnglishWords words) {
    var measures = new EnglishMeasures(words);
    return List.of(
        Form.of(
            "fraction",
            "(\\d{1,4}) (\\d{1,2})/(\\d{1,2})(?![\\d/])",
            m -> mixed(m.group(1), m.group(2), m.group(3))),
        Form.of("fraction", "(\\d{1,4}) ?([½⅓⅔¼¾⅛⅜⅝⅞])", EnglishMeasures::mixedSign),
        Form.of(
            "fraction",
            "(\\d{1,2})/(\\d{1,3})(?:ths?)?(?![\\d/])",
            m -> fraction(m.group(1), m.group(2))),
        Form.of(
            "measure",
            "(\\d)['’′] ?(\\d{1,2})(?:\"|”|″|'')",
            m ->
                EnglishNumbers.cardinal(m.group(1))
                    + " foot "
                    + EnglishNumbers.cardinal(m.group(2))),
        Form.of(
            "measure",
            "(\\d{1,2})\\s?ft\\.?,?\\s(\\d{1,2})\\s?in\\b\\.?",
            m ->
                EnglishNumbers.cardinal(m.group(1))
                    + " feet "
                    + EnglishNumbers.cardinal(m.group(2))
                    + " inches"),
        Form.of(
            "range",
            NUMBER + "\\s?%?\\s?[–-]\\s?(?=\\d)",
            m -> EnglishNumbers.decimal(m.group(1)) + " to"),
        Form.of(
            "percent",
            SIGN + NUMBER + "\\s?%",
            m -> sign(m) + EnglishNumbers.decimal(m.group(2)) + " percent"),
        Form.of("measure", SIGN + NUMBER + "-" + BOUND, measures::bound),
        Form.of("measure", SIGN + NUMBER + "\\s?" + UNIT, measures::measure),
        Form.of(
            "number",
            SIGN + NUMBER + "(k|K|M|bn|B)(?![A-Za-z])",
            m ->
                sign(m)
                    + EnglishNumbers.decimal(m.group(2))
                    + switch (m.group(3)) {
                      case "k", "K" -> " thousand";
                      case "M" -> " million";
                      default -> " billion";
                    }),
        Form.of("number", SIGN + NUMBER, m -> sign(m) + EnglishNumbers.decimal(m.group(2))));
  }

  private static String sign(MatchResult match) {
    String sign = match.group(1);
    return sign == null ? "" : sign.equals("+") ? "plus " : "minus ";
  }

  private @Nullable String measure(MatchResult match) {
    String symbol = match.group(3).replace(". ", " ");
    int before = match.start(3) - match.start() - 1;
    boolean spaced = Character.isWhitespace(match.group().charAt(before));
    if (spaced && words.needsNoSpace(symbol)) {
      return null;
    }
    return words
        .unit(symbol, match.group(2))
        .map(unit -> sign(match) + EnglishNumbers.decimal(match.group(2)) + " " + unit)
        .orElse(null);
  }

  /** {@code a 10-km run}: what stands before a noun isn't in the plural. */
  private @Nullable String bound(MatchResult match) {
    return words
        .unit(match.group(3).replace('-', ' '), "1")
        .map(unit -> sign(match) + EnglishNumbers.decimal(match.group(2)) + " " + unit)
        .orElse(null);
  }

  private static @Nullable String mixed(String whole, String top, String bottom) {
    if (Integer.parseInt(top) >= Integer.parseInt(bottom)) {
      return null;
    }
    String part = fraction(top, bottom);
    if (part == null) {
      return null;
    }
    boolean single = top.equals("1") && (bottom.equals("2") || bottom.equals("4"));
    return EnglishNumbers.cardinal(whole)
        + " and "
        + (single ? part.replaceFirst("^one", "a") : part);
  }

  private static @Nullable String mixedSign(MatchResult match) {
    return switch (match.group(2)) {
      case "½" -> mixed(match.group(1), "1", "2");
      case "⅓" -> mixed(match.group(1), "1", "3");
      case "⅔" -> mixed(match.group(1), "2", "3");
      case "¼" -> mixed(match.group(1), "1", "4");
      case "¾" -> mixed(match.group(1), "3", "4");
      case "⅛" -> mixed(match.group(1), "1", "8");
      case "⅜" -> mixed(match.group(1), "3", "8");
      case "⅝" -> mixed(match.group(1), "5", "8");
      default -> mixed(match.group(1), "7", "8");
    };
  }

  private static @Nullable String fraction(String top, String bottom) {
    if (bottom.startsWith("0") || bottom.equals("1")) {
      return null;
    }
    if (Integer.parseInt(top) > Integer.parseInt(bottom)
        && Integer.parseInt(top) + Integer.parseInt(bottom) == WHOLE) {
      return EnglishNumbers.cardinal(top) + " " + EnglishNumbers.cardinal(bottom); // 80/20
    }
    String part =
        bottom.equals("2")
            ? "half"
            : bottom.equals("4") ? "quarter" : EnglishNumbers.ordinal(bottom);
    String plural = top.equals("1") ? part : bottom.equals("2") ? "halves" : part + "s";
    return EnglishNumbers.cardinal(top) + " " + plural;
  }
}
