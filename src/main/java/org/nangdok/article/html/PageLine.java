package org.nangdok.article.html;

import org.jsoup.nodes.Element;

/**
 * One visible line of a page: the text between two block boundaries or line breaks.
 *
 * @param number its place among the visible lines, from 0
 * @param text the text as it stands in the markup, spaces not yet folded at the ends
 * @param linkWeight how much of the text stands in links, in the units of {@link #weight()}
 * @param boldWeight how much of it is bold or italic
 * @param weight length in Latin letters, one of Hangul, kana or Han counted as two
 * @param block the innermost block element around it
 * @param row whether it is a row of a table, cells joined by " | "
 */
public record PageLine(
    int number,
    String text,
    int linkWeight,
    int boldWeight,
    int weight,
    Element block,
    boolean row) {

  /** Share of the text that stands in links, 0 to 1. */
  public double linkShare() {
    return weight == 0 ? 0 : (double) linkWeight / weight;
  }

  /** Whether all of the text is bold or italic. */
  public boolean isEmphasised() {
    return weight > 0 && boldWeight >= weight;
  }
}
