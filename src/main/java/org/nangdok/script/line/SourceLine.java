package org.nangdok.script.line;

/**
 * A line of the article that may be read.
 *
 * @param number the number of the input line
 * @param text the line, verbatim
 * @param marked whether the page sets the whole line apart, in bold or italic type or as a heading
 */
public record SourceLine(int number, String text, boolean marked) {

  /** A line of plain type. */
  public SourceLine(int number, String text) {
    this(number, text, false);
  }
}
