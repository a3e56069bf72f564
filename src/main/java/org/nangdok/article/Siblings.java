package org.nangdok.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageScan;

/**
 * Completes a proposal by the siblings of what it takes: a sentence between taken paragraphs that
 * the same element holds and the same kind of element prints is of the same text.
 */
final class Siblings {

  /** So many paragraphs make a text. */
  private static final int LEAST = 3;

  private static final double MOST = 0.6;
  private static final double NOT_UNLIKELY = 0.1;

  private final PageScan scan;
  private final PageFurniture furniture;

  Siblings(PageScan scan, PageFurniture furniture) {
    this.scan = scan;
    this.furniture = furniture;
  }

  Candidate complete(Candidate candidate) {
    Map<Element, List<PageLine>> families = new HashMap<>();
    for (PageLine line : scan.page().lines()) {
      @Nullable Element parent = line.block().parent();
      if (parent != null
          && LineText.isRunning(LineText.fold(line.text()))
          && line.linkShare() < 0.3) {
        families.computeIfAbsent(parent, p -> new ArrayList<>()).add(line);
      }
    }
    BitSet taken = candidate.taken();
    for (List<PageLine> family : families.values()) {
      complete(family, taken);
    }
    return new Candidate(candidate.name(), candidate.source(), taken, candidate.reasons());
  }

  private void complete(List<PageLine> family, BitSet taken) {
    List<PageLine> mine = family.stream().filter(line -> taken.get(line.number())).toList();
    if (mine.size() < LEAST || mine.size() < MOST * family.size()) {
      return;
    }
    int from = mine.getFirst().number();
    int to = mine.getLast().number();
    String tag = mine.getFirst().block().normalName();
    for (PageLine line : family) {
      boolean between = line.number() > from && line.number() < to;
      boolean fit =
          line.block().nameIs(tag)
              && furniture.level(line.text()) == 0
              && scan.surroundings().reason(line).isEmpty();
      if (between && fit && scan.likely().get(line.number()) >= NOT_UNLIKELY) {
        taken.set(line.number());
      }
    }
  }
}
