package org.nangdok.document.pdf;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Heads that name the section of their page, so that none comes back often: they stand above the
 * text at one height on most pages and say what a line elsewhere says, the section's own heading or
 * the head of the next page.
 */
final class SectionHeads {

  private static final int LEAST_PAGES = 4;
  private static final int LONGEST = 120;
  private static final float HEIGHT = 3f;

  private final Set<PdfLine> heads = Collections.newSetFromMap(new IdentityHashMap<>());

  private SectionHeads() {}

  /**
   * @param stands whether white space parts a line from the text of its page
   */
  static SectionHeads of(List<PdfPage> pages, BiPredicate<PdfLine, PdfPage> stands) {
    Map<PdfPage, PdfLine> tops = new IdentityHashMap<>();
    Map<Integer, Integer> heights = new HashMap<>();
    for (PdfPage page : pages) {
      top(page)
          .filter(line -> PdfFurniture.isTextSize(line, page) && stands.test(line, page))
          .ifPresent(
              line -> {
                tops.put(page, line);
                heights.merge(height(line), 1, Integer::sum);
              });
    }
    var sections = new SectionHeads();
    Map<String, Integer> said = said(pages);
    for (PdfLine line : tops.values()) {
      int times = heights.getOrDefault(height(line), 0);
      boolean place = times >= LEAST_PAGES && 2 * times >= pages.size();
      if (place && said.getOrDefault(words(line), 0) > 1) {
        sections.heads.add(line);
      }
    }
    return sections;
  }

  boolean isOne(PdfLine line) {
    return heads.contains(line);
  }

  private static Optional<PdfLine> top(PdfPage page) {
    return page.lines().stream()
        .filter(line -> line.y() < 0.15f * page.height())
        .min((a, b) -> Float.compare(a.y(), b.y()));
  }

  private static int height(PdfLine line) {
    return Math.round(line.y() / HEIGHT);
  }

  /** On how many pages a short line's words stand, or how often on one. */
  private static Map<String, Integer> said(List<PdfPage> pages) {
    Map<String, Integer> said = new HashMap<>();
    Set<PdfLine> counted = new HashSet<>();
    for (PdfPage page : pages) {
      for (PdfLine line : page.lines()) {
        if (line.text().length() <= LONGEST && counted.add(line)) {
          said.merge(words(line), 1, Integer::sum);
        }
      }
    }
    return said;
  }

  /** The letters alone: heads are set in capitals and numbered otherwise than headings. */
  private static String words(PdfLine line) {
    return line.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
  }
}
