package org.nangdok.script.line;

import java.util.List;

/**
 * A line of the article that may be read.
 *
 * @param number the number of the input line
 * @param text the line, verbatim
 * @param marked whether the page sets the whole line apart, in bold or italic type or as a heading
 * @param more the numbers of other input lines that are part of it
 */
public record SourceLine(int number, String text, boolean marked, List<Integer> more) {

  public SourceLine {
    more = List.copyOf(more);
  }

  /** A line that is one of the input. */
  public SourceLine(int number, String text, boolean marked) {
    this(number, text, marked, List.of());
  }

  /** A line of plain type. */
  public SourceLine(int number, String text) {
    this(number, text, false);
  }
}
