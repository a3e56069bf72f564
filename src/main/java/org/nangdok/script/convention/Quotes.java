package org.nangdok.script.convention;

/** Quotation marks of all languages, also wrongly paired ones. */
public final class Quotes {

  private static final String OPENERS = "\"“„«「『‟＂";

  private Quotes() {}

  /**
   * Whether a character can open a quotation of speech; single marks can't, they are too common.
   */
  public static boolean opens(char c) {
    return OPENERS.indexOf(c) >= 0;
  }

  /** Whether a character can close a quotation that the opener began. */
  public static boolean closes(char opener, char c) {
    return switch (opener) {
      case '"', '＂' -> c == '"' || c == '”' || c == '＂';
      case '“', '‟' -> c == '”' || c == '"';
      case '„' -> c == '“' || c == '”' || c == '"';
      case '«' -> c == '»';
      case '「' -> c == '」';
      case '『' -> c == '』';
      default -> false;
    };
  }

  /** The index of the mark that closes the quotation opened at an index, or -1. */
  public static int close(String text, int open, int end) {
    char opener = text.charAt(open);
    int depth = 0;
    for (int i = open + 1; i < end; i++) {
      char c = text.charAt(i);
      if (closes(opener, c)) {
        if (depth == 0) {
          return i;
        }
        depth--;
      } else if (c == opener) {
        depth++;
      }
    }
    return -1;
  }
}
