package org.nangdok.script.convention;

/** How sentences of the languages end. */
public final class Sentences {

  /** The length of the shortest text that is told for a Korean sentence by its end. */
  private static final int SHORTEST = 3;

  private static final String STOPS = ".?!…。？！~";
  private static final String TRAILING = "\"”’'“」』)]）〉>»";

  private Sentences() {}

  /** Whether a text ends as a sentence does: a stop, or a Korean verb ending. */
  public static boolean ends(String text) {
    return stops(text) || isSentence(text, lastSignificant(text) + 1);
  }

  /** Whether a text ends in a sign that ends sentences. */
  public static boolean stops(String text) {
    int i = lastSignificant(text);
    return i >= 0 && STOPS.indexOf(text.charAt(i)) >= 0;
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
    return Ending.QUESTION_PARTICLE.of(text, i + 1);
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
    return i > 0 && Ending.POLITE_END.of(text, i + 1);
  }

  /** Whether a text ends as Korean writing does and hardly any speech: {@code 강이 얼었다.}. */
  public static boolean isWritten(String text) {
    int i = lastSignificant(text);
    boolean stop = i > 1 && text.charAt(i) == '.';
    return stop && isSentence(text, i) && !isPolite(text);
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
        || isSentence(text, i + 1);
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

  /** Whether the text before a position ends as a Korean sentence does. */
  private static boolean isSentence(String text, int end) {
    return end >= SHORTEST && Ending.SENTENCE_END.of(text, end);
  }
}
