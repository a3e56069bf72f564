package org.nangdok.language.other;

import com.ibm.icu.number.FormattedNumber;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.ConstrainedFieldPosition;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a language in words, with a percent sign or a currency where one stands beside (CLDR:
 * spell-out rules, unit and currency names).
 */
final class SpelledNumbers {

  /**
   * A number in a text.
   *
   * @param end one past its last character
   * @param form number, percentage or money
   * @param words how it is read
   */
  record Spelled(int end, String form, String words) {}

  /** In these a year is read by hundreds. */
  private static final Set<String> HUNDREDS = Set.of("de", "nl", "sv", "da", "nb", "nn", "no");

  private static final String YEARS = "%spellout-numbering-year";
  private static final int FIRST_YEAR = 1100;
  private static final int LAST_YEAR = 1999;

  /** Longer ones are names of something; the CLDR's rules end at 10^18. */
  private static final int LONGEST = 15;

  private static final Map<String, String> CURRENCIES =
      Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY", "₩", "KRW", "₹", "INR");

  private final ULocale locale;
  private final Pattern pattern;
  private final String decimal;
  private final boolean spells;

  SpelledNumbers(ULocale locale) {
    this.locale = locale;
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    decimal = symbols.getDecimalSeparatorString();
    String group = symbols.getGroupingSeparatorString();
    String groups = group.isBlank() ? "[ \u00a0\u202f]" : Pattern.quote(group);
    String number =
        "(\\d{1,3}(?:" + groups + "\\d{3})+|\\d+)(?:" + Pattern.quote(decimal) + "(\\d+))?";
    pattern =
        Pattern.compile(
            "([€$£¥₩₹][ \u00a0]?)?([-−])?"
                + number
                + "(?:[ \u00a0\u202f]?([%٪€$£¥₩₹]))?(?![\\d\\p{L}]|[.,:/·-]\\d)");
    spells = !spellOut(locale).format(21).matches(".*\\p{Nd}.*");
  }

  /** The number at a place; nothing where none begins or where it is part of something longer. */
  @Nullable Spelled at(String text, int start) {
    Matcher found = pattern.matcher(text).useTransparentBounds(true);
    if (!spells || isInside(text, start) || !found.region(start, text.length()).lookingAt()) {
      return null;
    }
    String whole = found.group(3).replaceAll("\\D", "");
    if (whole.length() > LONGEST || whole.length() > 1 && whole.startsWith("0")) {
      return null;
    }
    String part = found.group(4);
    boolean minus = found.group(2) != null;
    var value = new BigDecimal((minus ? "-" : "") + whole + (part == null ? "" : "." + part));
    boolean year = part == null && !minus && whole.length() == 4 && found.group(3).length() == 4;
    String words = words(value, part, year);
    String before = found.group(1) == null ? null : found.group(1).strip();
    String sign = found.group(5);
    if ("%".equals(sign) || "٪".equals(sign)) {
      return new Spelled(found.end(), "percentage", named(value, words, MeasureUnit.PERCENT));
    }
    String currency = CURRENCIES.get(before == null ? String.valueOf(sign) : before);
    if (currency != null) {
      // of two currencies the first one counts, and the other stays in the text
      int end = before != null && sign != null ? found.start(5) : found.end();
      return new Spelled(end, "money", named(value, words, Currency.getInstance(currency)));
    }
    return new Spelled(found.end(), "number", words);
  }

  private static boolean isInside(String text, int start) {
    return start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1))
            || ".,:/·-".indexOf(text.charAt(start - 1)) >= 0
                && start > 1
                && Character.isDigit(text.charAt(start - 2)));
  }

  /** Digits behind the decimal sign are spelled as they stand: {@code 2,50} isn't 2,5. */
  private String words(BigDecimal value, @Nullable String part, boolean year) {
    RuleBasedNumberFormat format = spellOut(locale);
    if (part == null) {
      int number = value.precision() < 6 ? value.intValue() : 0;
      boolean byHundreds = year && number >= FIRST_YEAR && number <= LAST_YEAR;
      return plain(
          byHundreds && HUNDREDS.contains(locale.getLanguage())
              ? format.format(number, YEARS)
              : format.format(value));
    }
    // The rules say what the decimal sign is called: between the words for 0 and 1 of 0.1.
    String sign = plain(format.format(new BigDecimal("1.1")));
    String one = plain(format.format(1));
    String called =
        sign.startsWith(one) && sign.endsWith(one) && sign.length() > 2 * one.length()
            ? sign.substring(one.length(), sign.length() - one.length())
            : " " + decimal + " ";
    var words = new StringBuilder(plain(format.format(value.toBigInteger()))).append(called);
    for (char digit : part.toCharArray()) {
      words.append(plain(format.format(digit - '0'))).append(' ');
    }
    String zero = value.signum() < 0 && value.toBigInteger().signum() == 0 ? "-" : "";
    return (zero + words).strip();
  }

  /** The words with the name of what is counted, in the number that the language asks for. */
  private String named(BigDecimal value, String words, MeasureUnit unit) {
    LocalizedNumberFormatter formatter =
        NumberFormatter.withLocale(locale)
            .unit(unit)
            .unitWidth(NumberFormatter.UnitWidth.FULL_NAME);
    FormattedNumber formatted = formatter.format(value);
    int first = -1;
    int last = -1;
    var position = new ConstrainedFieldPosition();
    while (formatted.nextPosition(position)) {
      Object field = position.getField();
      if (field == NumberFormat.Field.INTEGER
          || field == NumberFormat.Field.FRACTION
          || field == NumberFormat.Field.SIGN) {
        first = first < 0 ? position.getStart() : Math.min(first, position.getStart());
        last = Math.max(last, position.getLimit());
      }
    }
    String text = formatted.toString();
    return first < 0
        ? words
        : plain(text.substring(0, first) + words + text.substring(last)).strip();
  }

  /** Formats aren't safe for several threads; making one is cheap beside speaking. */
  private static RuleBasedNumberFormat spellOut(ULocale locale) {
    return new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
  }

  /** Without soft hyphens and marks that only a printer needs. */
  private static String plain(String words) {
    return words.replaceAll("[\u00ad\u200b\u200e\u200f\u061c]", "").replace('\u00a0', ' ');
  }
}
