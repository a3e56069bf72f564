package org.nangdok.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageLines;

/**
 * Boxes inside an article that their first line gives away: summaries, links to other articles,
 * calls to subscribe. A box is a small element of its own with few lines.
 */
final class Boxes {

  private static final int MOST_LINES = 12;
  private static final double MOST_WEIGHT = 0.3;

  private final LineGrammar grammar;
  private final PageLines page;

  Boxes(LineGrammar grammar, PageLines page) {
    this.grammar = grammar;
    this.page = page;
  }

  /** For each line of a range that stands in such a box, the reason to leave it out. */
  Map<Integer, String> reasons(PageLines.Range range) {
    Map<Integer, String> reasons = new HashMap<>();
    int all = weight(range);
    for (PageLine line : lines(range)) {
      Optional<String> heading = grammar.heading(LineText.fold(line.text()));
      PageLines.Range box = heading.isPresent() ? box(line) : new PageLines.Range(0, 0);
      boolean small =
          box.size() > 1
              && box.size() <= MOST_LINES
              && box.size() < range.size()
              && weight(box) <= MOST_WEIGHT * all;
      if (small && box.from() == line.number()) {
        lines(box).forEach(inside -> reasons.put(inside.number(), heading.orElseThrow()));
      }
    }
    return reasons;
  }

  /** The lines of the innermost element that holds more than the line. */
  private PageLines.Range box(PageLine line) {
    @Nullable Element up = line.block();
    while (up != null && page.of(up).size() <= 1) {
      up = up.parent();
    }
    return page.of(up);
  }

  private List<PageLine> lines(PageLines.Range range) {
    return page.lines().subList(range.from(), range.to());
  }

  private int weight(PageLines.Range range) {
    return lines(range).stream().mapToInt(PageLine::weight).sum();
  }
}
