package org.nangdok.language;

/**
 * A half-open range of characters.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 */
public record TextRange(int start, int end) {

  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "A range needs 0 <= start <= end, not " + start + " to " + end + ".");
    }
  }

  /** The same without white space at its ends; empty if there is nothing else. */
  public TextRange stripped(String text) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return new TextRange(from, to);
  }

  /** Whether it holds nothing. */
  public boolean isEmpty() {
    return start == end;
  }

  /** Java counts no-break spaces as letters of their word. */
  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }

  /** The characters of the range. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
