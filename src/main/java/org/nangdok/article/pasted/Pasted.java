package org.nangdok.article.pasted;

import java.util.ArrayList;
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
   * @param more the numbers of the other lines that it was made of
   */
  public record Line(int number, String text, List<Integer> more) {
    public Line {
      more = List.copyOf(more);
    }

    /** A line that was one as sent. */
    public Line(int number, String text) {
      this(number, text, List.of());
    }

    Line with(int other, String whole) {
      List<Integer> all = new ArrayList<>(more);
      all.add(other);
      return new Line(number, whole, all);
    }
  }

  /**
   * A line, or a piece of one, that belongs to the form.
   *
   * @param number of the line as sent, from 0
   * @param text the piece, verbatim
   * @param reason a stable code in lower-case words joined by hyphens
   */
  public record Left(int number, String text, String reason) {}
}
