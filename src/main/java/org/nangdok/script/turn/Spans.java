package org.nangdok.script.turn;

import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;

/** Looks at parts of lines. */
final class Spans {

  /** How far behind an opening mark its quotation's end is looked for. */
  private static final int LONGEST = 2000;

  private static final String CLOSERS = "\"”’'“」』»＂";
  private static final String COUNTER = "0123456789-+~: ";
  private static final int FEWEST_DIGITS = 6;

  private Spans() {}

  /** Whether a double mark stands between two positions. */
  static boolean isOpener(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '“' || text.charAt(i) == '"') {
        return true;
      }
    }
    return false;
  }

  /** Whether one quotation is all there is between two positions. */
  static boolean isWrapped(String text, int start, int end) {
    return end - start > 2
        && Quotes.opens(text.charAt(start))
        && Quotes.close(text, start, end) == end - 1;
  }

  /**
   * Where the words of a quotation begin that ends with the line, though somebody may interrupt it;
   * the start itself if none begins there.
   */
  static int opened(String text, int start, int end) {
    int close = Quotes.opens(text.charAt(start)) ? Quotes.close(text, start, text.length()) : -1;
    return close > start && !hasLetters(text, close, text.length()) ? start + 1 : start;
  }

  /** Where the words of such a quotation end; the end itself if none ends there. */
  static int closed(String text, int start, int end) {
    int mark = end;
    while (mark > start && !Character.isLetterOrDigit(text.charAt(mark - 1))) {
      mark--;
    }
    int first = hasCloser(text, mark, end) ? Math.max(0, start - LONGEST) : end;
    for (int open = first; open <= start; open++) {
      int close = Quotes.opens(text.charAt(open)) ? Quotes.close(text, open, end) : -1;
      if (close >= mark) {
        return close;
      }
      open = Math.max(open, close);
    }
    return end;
  }

  private static boolean hasCloser(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (CLOSERS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether something can be said between two positions. */
  static boolean hasLetters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Where words end before the counters of a tape: {@code 000151-55 + 000210-14}. */
  static int withoutCounter(String text, int from, int to) {
    int end = to;
    while (end > from && COUNTER.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(end, to).chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
        ? end
        : to;
  }

  /** The position of the bracket around a content: before its start, or one past its end. */
  static int around(String text, int position, int step) {
    int i = step < 0 ? position - 1 : position;
    while (Sentences.isSpace(text.charAt(i))) {
      i += step;
    }
    return step < 0 ? i : i + 1;
  }
}
