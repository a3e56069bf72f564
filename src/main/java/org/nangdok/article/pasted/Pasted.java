package org.nangdok.article.pasted;

import java.util.List;

/**
 * A pasted text after its form was read: lines of prose, and what belonged to the form only.
 *
 * @param form what the text was read as, such as {@code subtitles}
 * @param lines what is left to read, in order
 * @param left what isn't read, in order
 */
public record Pasted(String form, List<Line> lines, List<Left> left) {

  public Pasted {
    lines = List.copyOf(lines);
    left = List.copyOf(left);
  }

  /**
   * A line of prose.
   *
   * @param number of the first line as sent that it was made of, from 0
   * @param text its words, several lines joined where the form had broken them
   */
  public record Line(int number, String text) {}

  /**
   * A line, or a piece of one, that belongs to the form.
   *
   * @param number of the line as sent, from 0
   * @param text the piece, verbatim
   * @param reason a stable code in lower-case words joined by hyphens
   */
  public record Left(int number, String text, String reason) {}
}
