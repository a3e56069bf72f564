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

  /** The characters of the range. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
