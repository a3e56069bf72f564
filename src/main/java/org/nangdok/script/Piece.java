package org.nangdok.script;

import java.util.List;

/**
 * The part of one input line that one turn speaks.
 *
 * @param line the number of the input line, from 0
 * @param text a verbatim substring of that line
 * @param more the numbers of other input lines that are part of the line, where a form had broken
 *     it
 */
public record Piece(int line, String text, List<Integer> more) {

  public Piece {
    more = List.copyOf(more);
  }

  /** A part of a line that is one of the input. */
  public Piece(int line, String text) {
    this(line, text, List.of());
  }
}
