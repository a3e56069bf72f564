package org.nangdok.language.english;

import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Sums of money and ranges of them. */
final class EnglishMoney {

  private static final String SIGN = "((?:US|A|C|HK|NZ|S|R)?[$£€¥₩₹])\\s?";
  private static final String SCALE =
      "(?:[\\s-]?(hundred|thousand|million|billion|trillion|mn|bn|tn)\\b|(k|K|m|M|b|B|T)\\b)?";
  private static final String MONEY = SIGN + EnglishForms.NUMBER + SCALE;

  /** What a sum says of the noun behind: {@code a $3 billion loan}. */
  private static final String MODIFIES =
      "(?<=\\b(?:a|an|A|An|another|per|each|one|single) )"
          + MONEY
          + "(?= (?!(?:in|to|for|a|per|and|or|from|of|on|by|was|is|more|less|at|with|last|this|each"
          + "|off|when|that|as|than|into|but|if|while|after|before|had|has|will|would)\\b)[a-z])";

  private final EnglishWords words;

  private EnglishMoney(EnglishWords words) {
    this.words = words;
  }

  /** The classes, most special first. */
  static List<Form> forms(EnglishWords words) {
    var money = new EnglishMoney(words);
    return List.of(
        Form.of(
            "money",
            MONEY + "\\s?(?:[–-]|to)\\s?\\1?" + EnglishForms.NUMBER + SCALE + "(?![\\d:])",
            money::range),
        Form.meaning(
            "money",
            "",
            MODIFIES,
            .5,
            m ->
                money.sum(
                    m.group(1), m.group(2), EnglishMoney.scale(m.group(3), m.group(4)), true)),
        Form.of("money", "(?<![\\w)])[-−]" + MONEY, m -> "minus " + money.sum(m)),
        Form.of("money", MONEY, money::sum),
        Form.of(
            "money",
            EnglishForms.NUMBER + SCALE + "\\s?([$£€¥₩₹])(?!\\d)",
            m ->
                money.sum(
                    m.group(4), m.group(1), EnglishMoney.scale(m.group(2), m.group(3)), false)),
        Form.of("money", "(\\d++)(?:¢|c\\b)", m -> EnglishNumbers.cardinal(m.group(1)) + " cents"));
  }

  private @Nullable String sum(MatchResult match) {
    return sum(match.group(1), match.group(2), scale(match.group(3), match.group(4)), false);
  }

  /** The currency is said once, behind the second number. */
  private @Nullable String range(MatchResult match) {
    String first = scale(match.group(3), match.group(4));
    String second = scale(match.group(6), match.group(7));
    String last = sum(match.group(1), match.group(5), second, false);
    return last == null
        ? null
        : EnglishNumbers.decimal(match.group(2).replace(",", "")) + first + " to " + last;
  }

  private @Nullable String sum(String sign, String written, String scale, boolean one) {
    String number = written.replace(",", "");
    int point = number.indexOf('.');
    if (scale.isEmpty()
        && point > 0
        && number.length() - point == 3
        && words.hasCents(sign)
        && !number.endsWith(".00")) {
      String dollars = number.substring(0, point);
      String cents = EnglishNumbers.cardinal(number.substring(point + 1));
      String small =
          sign.equals("£")
              ? cents.equals("one") ? " penny" : " pence"
              : cents.equals("one") ? " cent" : " cents";
      return dollars.equals("0")
          ? cents + small
          : EnglishNumbers.cardinal(dollars)
              + words.currency(sign, dollars).map(name -> " " + name).orElse("")
              + " and "
              + cents
              + small;
    }
    String plain = number.endsWith(".00") ? number.substring(0, point) : number;
    return words
        .currency(sign, one ? "1" : scale.isEmpty() ? plain : "2")
        .map(name -> EnglishNumbers.decimal(plain) + scale + " " + name)
        .orElse(null);
  }

  private static String scale(@Nullable String word, @Nullable String letter) {
    if (word == null && letter == null) {
      return "";
    }
    return switch (word == null ? String.valueOf(letter) : word) {
      case "mn", "m", "M" -> " million";
      case "bn", "b", "B" -> " billion";
      case "tn", "T" -> " trillion";
      case "k", "K" -> " thousand";
      default -> " " + word;
    };
  }
}
