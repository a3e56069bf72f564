package org.nangdok.script.turn;

import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;

/** Looks at parts of lines. */
final class Spans {

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

  /** Whether something can be said between two positions. */
  static boolean hasLetters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
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
