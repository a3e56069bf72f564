package org.nangdok.article;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageLines;

/** How much running text stands around what was taken, inside the element that holds it. */
final class LeftOutside {

  private static final double MUCH = 0.25;
  private static final int LEAST = 400;
  private static final double HOLDS = 0.9;

  private LeftOutside() {}

  /**
   * A warning, if much running text of the article's element was left out for no reason of form.
   */
  static Optional<String> warning(Candidate candidate, List<Dropped> dropped, int offset) {
    PageLines.Range range = holder(candidate);
    int outside = 0;
    for (Dropped line : dropped) {
      int number = line.line() - offset;
      boolean inside = number >= range.from() && number < range.to();
      if (inside
          && line.reason().equals("outside")
          && LineText.isRunning(LineText.fold(line.text()))) {
        outside += LineText.weight(line.text());
      }
    }
    int taken = Math.max(1, candidate.runningWeight());
    return outside >= LEAST && outside >= MUCH * taken
        ? Optional.of(
            "Much text that stands around the article was left out ("
                + Math.round(100.0 * outside / (outside + taken))
                + " % of its element); see the lines dropped as \"outside\".")
        : Optional.empty();
  }

  /** The lines of the innermost element that holds nearly all of what was taken. */
  private static PageLines.Range holder(Candidate candidate) {
    PageLines page = candidate.source();
    double wanted = HOLDS * candidate.weight();
    @Nullable Element best = null;
    int least = Integer.MAX_VALUE;
    int[] weights = new int[page.lines().size() + 1];
    for (PageLine line : page.lines()) {
      int own = candidate.taken().get(line.number()) ? line.weight() : 0;
      weights[line.number() + 1] = weights[line.number()] + own;
    }
    for (Element element : page.ranges().keySet()) {
      PageLines.Range range = page.of(element);
      boolean holds = weights[range.to()] - weights[range.from()] >= wanted;
      if (holds && range.size() <= least) {
        best = element;
        least = range.size();
      }
    }
    return page.of(best);
  }
}
