package org.nangdok.article;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageLines;

/**
 * Boxes that ask for leave to show something or to keep data: small elements most of whose lines
 * speak of cookies, consent, other providers' content or one's data.
 */
final class ConsentBoxes {

  private static final int MOST_LINES = 14;
  private static final int LEAST_SIGNS = 2;
  private static final double MOST_WEIGHT = 0.4;

  private ConsentBoxes() {}

  /** For each line in such a box the reason to leave it out. */
  static Map<Integer, String> reasons(PageLines page) {
    BitSet signs = new BitSet();
    int all = 0;
    for (PageLine line : page.lines()) {
      all += line.weight();
      signs.set(line.number(), PageSigns.PRIVACY.matches(LineText.fold(line.text())));
    }
    Map<Integer, String> reasons = new HashMap<>();
    if (signs.cardinality() < LEAST_SIGNS) {
      return reasons;
    }
    for (Map.Entry<Element, PageLines.Range> entry : page.ranges().entrySet()) {
      PageLines.Range box = entry.getValue();
      int found = signs.get(box.from(), box.to()).cardinality();
      boolean most = found >= LEAST_SIGNS && 2 * found >= box.size();
      if (most && box.size() <= MOST_LINES && weight(page, box) <= MOST_WEIGHT * all) {
        for (int i = box.from(); i < box.to(); i++) {
          reasons.put(i, "consent");
        }
      }
    }
    return reasons;
  }

  private static int weight(PageLines page, PageLines.Range range) {
    return page.lines().subList(range.from(), range.to()).stream().mapToInt(PageLine::weight).sum();
  }
}
