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

  /** No number of a paragraph is longer. */
  private static final int LONGEST_ITEM = 16;

  private static final String OPENING = "\"'“‘([{《〈「『‹«";

  /** What goes on after somebody's words that end with a sign of their own: {@code "…" 하고 물었다}. */
  private static final Pattern QUOTED_ON =
      Pattern.compile(
          "[ \\u00a0](?:이?라(?:고|며|면서|는|던)|하(?:며|면서)|하고 ?(?:말|물|묻|외|소리|답|대답|생각|덧|반문|부르|불|속삭|중얼|웃))");

  /** A cry or a sound that goes on: {@code 쾅! 하는 소리}, {@code "와아!" 하고}. */
  private static final Pattern CRIED_ON =
      Pattern.compile(
          "[ \\u00a0](?:하(?:는|던|고|며|면서|더니|자|니|는데)|소리(?:가|를|와)?|라는|이라는|라고|이라고)(?![가-힣])");

  /** Behind these a full stop ends no sentence, whatever follows. */
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:vs|Vs|VS|v|etc|cf|e\\.g|i\\.e|al|no|No|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Co|Ltd|Inc|Corp|vol|pp?|ed|Fig)");

  /** What numbers a paragraph: {@code 1-1.}, {@code 가.}, {@code (2).}, {@code IV.}, {@code a.} */
  private static final Pattern ITEM =
      Pattern.compile(
          "[(\\[<]?(?:\\d{1,2}(?:[-.]\\d{1,2}){0,3}|[가나다라마바사아자차카타파하]|[IVXivx]{1,4}|[A-Za-z]|제\\d{1,3}[장절조항])[)\\]>]?");

  private static final Pattern DAY = Pattern.compile(" (?:[12]?\\d|3[01])\\.");
  private static final Pattern MONTH = Pattern.compile("(?<!\\d)(?:\\d|1[0-2])\\. $");
  private static final Pattern TIME =
      Pattern.compile(
          " ?(?:\\(|오전|오후|새벽|아침|저녁|밤|정오|자정|\\d{1,2}시|\\d{1,2}:|까지|부터|개최|시행|예정|[월화수목금토일]요일)");

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
    if ((c == '!' || c == '?') && CRIED_ON.matcher(text).region(end, text.length()).lookingAt()) {
      return -1;
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
    int token = at;
    while (token > start
        && at - token < LONGEST_ITEM
        && !Character.isWhitespace(text.charAt(token - 1))) {
      token--;
    }
    if (ITEM.matcher(text).region(token, at).matches()
        && isItemPlace(text, start, token)
        && end < text.length()) {
      return false;
    }
    if (isDateGoingOn(text, start, token, at, end)) {
      return false;
    }
    if (before >= '0' && before <= '9') {
      return !isDateOrListNumber(text, start, at, end);
    }
    int word = at;
    while (word > start && isLatin(text.charAt(word - 1))) {
      word--;
    }
    boolean capital = word < at && Character.isUpperCase(text.charAt(word));
    boolean known =
        word < at
            && (word == start || !Character.isLetterOrDigit(text.charAt(word - 1)))
            && end < text.length()
            && ABBREVIATED.matcher(text).region(word, at).matches();
    return !(at - word == 1 && capital) && !known;
  }

  /** Numbers of paragraphs stand first in a sentence, or behind the number above them. */
  private static boolean isItemPlace(String text, int start, int token) {
    if (token - start > LONGEST_ITEM) {
      return false;
    }
    String before = text.substring(start, token).strip();
    return before.isEmpty()
        || before.endsWith(".") && ITEM.matcher(before.replaceAll("\\.$", "")).matches();
  }

  /** {@code 3. 15. 오전}: a day follows its month, and a word its day, in one sentence. */
  private static boolean isDateGoingOn(String text, int start, int token, int at, int end) {
    if (!text.substring(token, at).matches("\\d{1,2}") || token == start) {
      return false;
    }
    boolean dayFollows = DAY.matcher(text).region(end, text.length()).lookingAt();
    boolean monthBefore = MONTH.matcher(text.substring(Math.max(start, token - 6), token)).find();
    return dayFollows || monthBefore && TIME.matcher(text).region(end, text.length()).lookingAt();
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
    TextRange sentence = new TextRange(start, end).stripped(text);
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
  }
}
