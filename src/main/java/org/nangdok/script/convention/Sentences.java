package org.nangdok.script.convention;

/** How sentences of the languages end. */
public final class Sentences {

  private static final String ASKING = "까か吗嗎";
  private static final String STOPS = ".?!…。？！~";
  private static final String TRAILING = "\"”’'“」』)]）〉>»";

  private Sentences() {}

  /** Whether a text ends as a sentence does: a stop, or a Korean verb ending. */
  public static boolean ends(String text) {
    int i = lastSignificant(text);
    if (i < 0) {
      return false;
    }
    char c = text.charAt(i);
    return STOPS.indexOf(c) >= 0 || endsKorean(text, i);
  }

  /**
   * Whether a text ends in a question mark, or in an interrogative of Korean, Japanese or Chinese
   * speech.
   */
  public static boolean asks(String text) {
    int i = lastSignificant(text);
    if (i < 0) {
      return false;
    }
    char c = text.charAt(i);
    if (c == '?' || c == '？') {
      return true;
    }
    while (i > 0 && STOPS.indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return ASKING.indexOf(text.charAt(i)) >= 0;
  }

  /** Whether a text ends as running text does, with a full stop or in polite speech. */
  public static boolean isFinished(String text) {
    int i = lastSignificant(text);
    return i >= 0 && (text.charAt(i) == '.' || text.charAt(i) == '。' || isPolite(text));
  }

  /** Whether a text is in the polite speech of Korean broadcasts and interviews. */
  public static boolean isPolite(String text) {
    int i = lastSignificant(text);
    while (i > 0 && STOPS.indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    if (i < 1) {
      return false;
    }
    char c = text.charAt(i);
    return c == '요' || c == '죠' || c == '까' || (c == '다' && text.charAt(i - 1) == '니');
  }

  /** Whether a text ends as Korean writing does and hardly any speech: {@code 강이 얼었다.}. */
  public static boolean isWritten(String text) {
    int i = lastSignificant(text);
    boolean stop = i > 1 && text.charAt(i) == '.';
    return stop && text.charAt(i - 1) == '다' && endsKorean(text, i - 1) && !isPolite(text);
  }

  /** Whether a character ends a sentence. */
  public static boolean isStop(char c) {
    return STOPS.indexOf(c) >= 0 && c != '~';
  }

  /** Whether a position may begin something new: the text before it has ended. */
  public static boolean isBoundary(String text, int start, int position) {
    int i = position - 1;
    while (i >= start && isSpace(text.charAt(i))) {
      i--;
    }
    return i < start
        || STOPS.indexOf(text.charAt(i)) >= 0
        || TRAILING.indexOf(text.charAt(i)) >= 0
        || text.charAt(i) == '▶'
        || text.charAt(i) == '】'
        || endsKorean(text, i);
  }

  /** Whether a character is white space of any width. */
  public static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u3000' || Character.isWhitespace(c);
  }

  private static int lastSignificant(String text) {
    int i = text.length() - 1;
    while (i >= 0 && (isSpace(text.charAt(i)) || TRAILING.indexOf(text.charAt(i)) >= 0)) {
      i--;
    }
    return i;
  }

  private static boolean endsKorean(String text, int i) {
    char c = text.charAt(i);
    if (c == '요' || c == '죠' || c == '까') {
      return i > 1;
    }
    if (c != '다' || i < 1) {
      return false;
    }
    char before = text.charAt(i - 1);
    if (before < '가' || before > '힣') {
      return false;
    }
    int coda = (before - '가') % 28;
    return before == '니' || before == '이' || before == '하' || coda == 20 || coda == 4;
  }
}
