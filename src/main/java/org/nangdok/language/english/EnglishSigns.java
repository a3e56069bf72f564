package org.nangdok.language.english;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/** Signs ({@code signs.tsv}), raised and lowered figures, other digits and other scripts. */
final class EnglishSigns {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";
  private static final Transliterator LATIN =
      Transliterator.getInstance("NFKC; Any-Latin; Latin-ASCII; Lower");

  private final Map<Integer, String> readings = new HashMap<>();

  EnglishSigns(VoicesFolder voices) {
    for (TsvFile.Row row : TsvFile.open(voices, "lexicon/en/signs.tsv").rows()) {
      row.field(0).codePoints().filter(c -> c != ' ').forEach(c -> readings.put(c, row.field(1)));
    }
  }

  /** The classes, for what no other class reads. */
  List<Form> forms() {
    return List.of(
        form("power", "(?<=[\\p{L}\\d)])(⁻?)([" + RAISED + "]++)", EnglishSigns::power),
        form("power", "(?<=[A-Za-z\\d)])\\^(-?)(\\d++)", EnglishSigns::caret),
        form("charge", "(?<=[\\p{L}\\d" + RAISED + "])[⁺⁻]", EnglishSigns::charge),
        form("lowered figure", "[" + LOWERED + "]++", m -> digits(m.group(), LOWERED)),
        form("comparison", "[<>](?=\\s?\\d)", m -> m.group().equals("<") ? "under" : "over"),
        form("number sign", "#(?=\\d)", m -> "number"),
        form("about", "~(?=\\d)", m -> "about"),
        form("other digits", "[\\p{Nd}&&[^0-9]]++", EnglishSigns::otherDigits),
        form("other number", "[\\p{Nl}\\p{No}&&[^" + RAISED + "]]", EnglishSigns::number),
        form(
            "other script",
            "(?<![\\p{L}&&[^\\p{IsLatin}]])(?<![\\p{L}&&[^\\p{IsLatin}]]\\p{M}{1,4})"
                + "[\\p{L}&&[^\\p{IsLatin}]][\\p{L}\\p{M}]++",
            EnglishSigns::latin),
        form(
            "sign",
            "[^\\s\\d\\p{IsLatin}\\p{P}]|[§‰]",
            m -> readings.get(m.group().codePointAt(0))),
        form(
            "other script",
            "[\\p{L}&&[^\\p{IsLatin}]](?![\\p{L}&&[^\\p{IsLatin}]])",
            EnglishSigns::latin));
  }

  private static Form form(String name, String pattern, Form.Reader reader) {
    return Form.of(name, pattern, reader);
  }

  private static String power(MatchResult match) {
    var digits = new StringBuilder();
    match.group(2).chars().forEach(c -> digits.append(RAISED.indexOf(c)));
    return power(match.group(1), digits.toString());
  }

  private static String caret(MatchResult match) {
    return power(match.group(1), match.group(2));
  }

  private static String power(String minus, String exponent) {
    if (minus.isEmpty() && exponent.equals("2")) {
      return "squared";
    }
    return minus.isEmpty() && exponent.equals("3")
        ? "cubed"
        : "to the power of "
            + (minus.isEmpty() ? "" : "minus ")
            + EnglishNumbers.cardinal(exponent);
  }

  private static String charge(MatchResult match) {
    return match.group().equals("⁺") ? "plus" : "minus";
  }

  private static String digits(String written, String row) {
    var digits = new StringBuilder();
    written.chars().forEach(c -> digits.append(row.indexOf(c)));
    return EnglishNumbers.cardinal(digits.toString());
  }

  private static String otherDigits(MatchResult match) {
    var digits = new StringBuilder();
    match.group().codePoints().forEach(c -> digits.append(Character.digit(c, 10)));
    return EnglishNumbers.digitByDigit(digits.toString());
  }

  private static @Nullable String number(MatchResult match) {
    int value = UCharacter.getNumericValue(match.group().codePointAt(0));
    if (value >= 0) {
      return EnglishNumbers.cardinal(String.valueOf(value));
    }
    return switch (match.group()) {
      case "½" -> "one half";
      case "⅓" -> "one third";
      case "⅔" -> "two thirds";
      case "¼" -> "one quarter";
      case "¾" -> "three quarters";
      default -> fraction(match.group());
    };
  }

  private static @Nullable String fraction(String sign) {
    String[] parts = Normalizer.normalize(sign, Normalizer.Form.NFKC).split("\u2044", 2);
    return parts.length < 2 || !(parts[0] + parts[1]).matches("\\d+")
        ? null
        : EnglishNumbers.cardinal(parts[0]) + " over " + EnglishNumbers.cardinal(parts[1]);
  }

  /** A word of another script in plain Latin letters; nothing where ICU can't write it so. */
  private static @Nullable String latin(MatchResult match) {
    String latin =
        LATIN.transliterate(match.group()).toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
    return latin.isBlank() ? null : latin.strip();
  }
}
