package org.nangdok.language.korean.signs;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.sound.Hangul;

/** Raised and lowered figures: powers (2³), ions (Na⁺) and formulas (H₂O). */
final class Powers implements Speller {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";
  private static final String[] ENGLISH = {
    "제로", "원", "투", "스리", "포", "파이브", "식스", "세븐", "에이트", "나인"
  };

  private final Set<String> units;

  Powers(Set<String> units) {
    this.units = units;
  }

  @Override
  public Respelled.@Nullable Change at(String text, int at) {
    char c = text.charAt(at);
    if (LOWERED.indexOf(c) >= 0) {
      return lowered(text, at);
    }
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    boolean based =
        Character.isLetterOrDigit(before) && !Hangul.isSyllable(before) || before == ')';
    if (c == '^' && based) {
      return caret(text, at);
    }
    if (RAISED.indexOf(c) < 0 && "⁺⁻ⁿ".indexOf(c) < 0 || isUnit(text, at)) {
      return null;
    }
    if (!based) {
      boolean note = RAISED.indexOf(c) >= 0;
      return note ? new Respelled.Change("footnote", at, at + 1, "") : null;
    }
    int end = at;
    var digits = new StringBuilder();
    boolean minus = false;
    while (end < text.length() && (RAISED + "⁺⁻ⁿ").indexOf(text.charAt(end)) >= 0) {
      char raised = text.charAt(end++);
      minus |= raised == '⁻';
      if (raised == '⁺' || raised == '⁻' && end > at + 1) {
        return ion(text, at, end, digits.toString(), raised);
      }
      digits.append(raised == 'ⁿ' ? "n" : raised == '⁻' ? "" : RAISED.indexOf(raised));
    }
    if (digits.isEmpty()) {
      return ion(text, at, end, "", '⁻');
    }
    return power(text, at, end, digits.toString(), minus);
  }

  private static Respelled.Change ion(String text, int at, int end, String digits, char sign) {
    String count = digits.isEmpty() ? "" : english(digits);
    String name = sign == '⁺' ? "플러스" : "마이너스";
    return new Respelled.Change("raised sign", at, end, " " + (count + " " + name).strip());
  }

  private static Respelled.@Nullable Change caret(String text, int at) {
    int from = at + 1;
    boolean minus = from < text.length() && text.charAt(from) == '-';
    from += minus ? 1 : 0;
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == from ? null : power(text, at, end, text.substring(from, end), minus);
  }

  private static Respelled.Change power(
      String text, int at, int end, String exponent, boolean minus) {
    String name =
        switch (exponent) {
          case "2" -> "제곱";
          case "3" -> "세제곱";
          default -> exponent + "제곱";
        };
    String spoken = "의 " + (minus ? "마이너스 " + exponent + "제곱" : name);
    int next = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    if (next < text.length() && text.charAt(next) == '=') {
      return new Respelled.Change("power", at, next + 1, spoken + "은 ");
    }
    boolean more = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    boolean particle = more && Hangul.isSyllable(text.charAt(end));
    return new Respelled.Change("power", at, end, spoken + (more && !particle ? " " : ""));
  }

  /** In a formula figures are said in English, unless the whole formula is listed. */
  private static Respelled.@Nullable Change lowered(String text, int at) {
    int end = at;
    var digits = new StringBuilder();
    while (end < text.length() && LOWERED.indexOf(text.charAt(end)) >= 0) {
      digits.append(LOWERED.indexOf(text.charAt(end++)));
    }
    String all = digits.toString();
    return new Respelled.Change("lowered figure", at, end, english(all));
  }

  private static String english(String digits) {
    var spoken = new StringBuilder();
    for (char digit : digits.toCharArray()) {
      spoken.append(ENGLISH[digit - '0']);
    }
    return spoken.toString();
  }

  /** Whether the letters before belong to a unit with this sign: {@code km²}. */
  private boolean isUnit(String text, int at) {
    int start = at;
    while (start > 0 && isLatin(text.charAt(start - 1))) {
      start--;
    }
    return start < at && units.contains(text.substring(start, at + 1));
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
