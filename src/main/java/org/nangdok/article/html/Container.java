package org.nangdok.article.html;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The block element that most likely holds the article: the one whose running text most outweighs
 * its links and scraps.
 *
 * @param element the element; none on a page without lines
 * @param range its lines
 */
record Container(@Nullable Element element, PageLines.Range range) {

  private static final double SCRAP = 30;

  /** Finds the container among all block elements of a page. */
  static Container find(PageLines page, boolean[] running) {
    List<PageLine> lines = page.lines();
    double[] sums = new double[lines.size() + 1];
    for (int i = 0; i < lines.size(); i++) {
      PageLine line = lines.get(i);
      double own = line.weight() - line.linkWeight();
      double worth =
          running[i]
              ? own - 0.5 * line.linkWeight()
              : -SCRAP - 0.5 * Math.min(120, line.linkWeight());
      sums[i + 1] = sums[i] + worth;
    }
    @Nullable Element best = null;
    PageLines.Range range = new PageLines.Range(0, 0);
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<Element, PageLines.Range> entry : page.ranges().entrySet()) {
      PageLines.Range here = entry.getValue();
      double worth = sums[here.to()] - sums[here.from()];
      if (here.size() > 0 && worth > most) {
        best = entry.getKey();
        range = here;
        most = worth;
      }
    }
    return new Container(best, range);
  }
}
