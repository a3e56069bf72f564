package org.nangdok.language.korean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.language.TextRange;
import org.nangdok.language.korean.sound.Hangul;

/** Where Korean sentences end. */
final class KoreanSentences {

  private static final String CLOSING = "\"'”’)]}》〉」』›»";
  private static final String OPENING = "\"'“‘([{《〈「『‹«";

  /** What goes on after somebody's words that end with a sign of their own: {@code "…" 하고 물었다}. */
  private static final Pattern QUOTED_ON =
      Pattern.compile(
          "[ \\u00a0](?:이?라(?:고|며|면서|는|던)|하(?:며|면서)|하고 ?(?:말|물|묻|외|소리|답|대답|생각|덧|반문|부르|불|속삭|중얼|웃))");

  private static final Pattern BRACKET =
      Pattern.compile("[(\\[][^()\\[\\]\\n]{1,60}[)\\]](?=\\s|$)");

  private KoreanSentences() {}

  static List<TextRange> split(String text) {
    var sentences = new ArrayList<TextRange>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '\n' || c == '\r' || c == '\u2028' ? at : endAfter(text, start, at);
      if (end >= 0) {
        add(text, start, end, sentences);
        start = Math.max(end, at + 1);
        at = start;
      } else {
        at++;
      }
    }
    add(text, start, text.length(), sentences);
    return sentences;
  }

  /** One past the end of the sentence whose final sign stands at a place; -1 if none does. */
  private static int endAfter(String text, int start, int at) {
    char c = text.charAt(at);
    if (".?!。？！…".indexOf(c) < 0) {
      return -1;
    }
    int end = at + 1;
    while (end < text.length() && ".?!。？！…".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    if (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      boolean glued =
          c != '.' && c != '…'
              || Hangul.isSyllable(text.charAt(end)) && isEnding(text, at) && end == at + 1
              || OPENING.indexOf(text.charAt(end)) >= 0 && isEnding(text, at);
      boolean quoted = end > at + 1 && CLOSING.indexOf(text.charAt(end - 1)) >= 0;
      return glued && !quoted ? afterBracket(text, end) : -1;
    }
    if ((c != '.' || CLOSING.indexOf(text.charAt(end - 1)) >= 0)
        && QUOTED_ON.matcher(text).region(end, text.length()).lookingAt()) {
      return -1;
    }
    if (c == '…' || text.startsWith("..", at)) {
      return isEnding(text, at) ? end : -1;
    }
    if (c == '.' && !endsSentence(text, start, at, end)) {
      return -1;
    }
    return end;
  }

  /** A bracket that is written on to a sentence belongs to it. */
  private static int afterBracket(String text, int end) {
    Matcher bracket = BRACKET.matcher(text).region(end, text.length());
    return bracket.lookingAt() ? bracket.end() : end;
  }

  /** Whether a full stop followed by a space ends a sentence rather than an abbreviation. */
  private static boolean endsSentence(String text, int start, int at, int end) {
    char before = at > start ? text.charAt(at - 1) : ' ';
    if (before >= '0' && before <= '9') {
      return !isDateOrListNumber(text, start, at, end);
    }
    int word = at;
    while (word > start && isLatin(text.charAt(word - 1))) {
      word--;
    }
    boolean capital = word < at && Character.isUpperCase(text.charAt(word));
    boolean known =
        capital
            && List.of("Mr", "Mrs", "Ms", "Dr", "St", "No", "Jr")
                .contains(text.substring(word, at));
    return !(at - word == 1 && capital) && !known;
  }

  /** Whether the digits before a full stop number a list, or are part of {@code 2023. 10. 5.}. */
  private static boolean isDateOrListNumber(String text, int start, int at, int end) {
    int digits = at;
    while (digits > start && Character.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    int before = digits;
    while (before > start && text.charAt(before - 1) == ' ') {
      before--;
    }
    boolean chained =
        before > start + 1
            && text.charAt(before - 1) == '.'
            && Character.isDigit(text.charAt(before - 2));
    boolean digitFollows =
        end + 1 < text.length()
            && text.charAt(end) == ' '
            && Character.isDigit(text.charAt(end + 1));
    boolean first = text.substring(start, digits).isBlank();
    return first && at - digits <= 2 || chained || at - digits == 4 && digitFollows;
  }

  /** Whether the word before a place looks like the end of a Korean clause. */
  private static boolean isEnding(String text, int at) {
    return at > 0 && "다요까죠네오자라지니음함임됨것듯".indexOf(text.charAt(at - 1)) >= 0;
  }

  private static boolean isLatin(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  private static void add(String text, int start, int end, List<TextRange> sentences) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new TextRange(from, to));
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u3000';
  }
}
