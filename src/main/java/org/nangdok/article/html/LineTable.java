package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers about the lines of one page, one row a line, all rows with the same columns:
 * what a {@link LineForest} looks at.
 */
abstract class LineTable {

  private static final double LOG_2 = Math.log(2);
  private static final double ENOUGH = 3_000;
  private static final double FEW = 40;

  final PageLines page;
  final List<PageLine> lines;
  final Surroundings surroundings;

  LineTable(PageLines page, Surroundings surroundings) {
    this.page = page;
    this.lines = page.lines();
    this.surroundings = surroundings;
  }

  /** Adds the numbers about one line, the same columns in the same order for every line. */
  abstract void describe(Row row, PageLine line, int number);

  /** Names of the columns, in order; none for a page without lines. */
  final List<String> names() {
    List<String> names = new ArrayList<>();
    if (!lines.isEmpty()) {
      describe(new Row(names), lines.getFirst(), 0);
    }
    return names;
  }

  /** The numbers about one line. */
  final float[] of(int number) {
    Row row = new Row(null);
    describe(row, lines.get(number), number);
    return row.numbers();
  }

  /**
   * Where a line stands under an element.
   *
   * @param steps number of elements between the element and the line's block, -1 outside it
   * @param lines those of the element's child that holds the line; none outside it
   */
  record Part(int steps, PageLines.Range lines) {

    private static final Part OUTSIDE = new Part(-1, new PageLines.Range(0, 0));
  }

  /** Where a line stands under an element that holds a range of lines. */
  final Part part(PageLine line, @Nullable Element holder, PageLines.Range range) {
    if (line.number() < range.from() || line.number() >= range.to()) {
      return Part.OUTSIDE;
    }
    Element child = line.block();
    int steps = 0;
    for (Element up = child.parent(); child != holder && up != holder && up != null; ) {
      child = up;
      up = child.parent();
      steps++;
    }
    return new Part(steps, page.of(child));
  }

  /** A weight beyond which more tells nothing: texts may be of any length. */
  static double enough(double weight) {
    return Math.min(ENOUGH, weight);
  }

  /** A number of lines beyond which more tells nothing. */
  static double few(double lines) {
    return Math.min(FEW, lines);
  }

  static double log(double value) {
    return Math.log(1 + Math.max(0, value)) / LOG_2;
  }

  static double sum(double[] sums, PageLines.Range range) {
    return sums[range.to()] - sums[range.from()];
  }
}
