package org.nangdok.script.line;

import org.nangdok.script.convention.Quotes;

/** Tells lines that begin with a quotation, perhaps after a dash. */
public final class QuoteLines {

  private QuoteLines() {}

  /** Where the quotation's mark stands with which a text begins, or -1. */
  public static int mark(String text, int from) {
    int i = Prefix.skip(text, from);
    if (i < text.length() && "-–—".indexOf(text.charAt(i)) >= 0) {
      i = Prefix.skip(text, i + 1);
    }
    return i < text.length() && Quotes.opens(text.charAt(i)) ? i : -1;
  }

  /** Whether a text is one quotation and nothing else. */
  static boolean isWhole(String text) {
    int from = mark(text, 0);
    String end = text.strip();
    return from >= 0 && Quotes.closes(text.charAt(from), end.charAt(end.length() - 1));
  }

  public static boolean opens(String text) {
    return mark(text, 0) >= 0;
  }
}
