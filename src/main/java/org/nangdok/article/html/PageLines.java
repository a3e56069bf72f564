package org.nangdok.article.html;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The visible lines of a page in document order, and which of them each block element holds.
 *
 * @param lines the lines
 * @param ranges for each block element its first line and one past its last, inner elements first
 */
public record PageLines(List<PageLine> lines, Map<Element, Range> ranges) {

  /**
   * Lines that follow each other.
   *
   * @param from number of the first
   * @param to one past the last
   */
  public record Range(int from, int to) {

    /** How many lines. */
    public int size() {
      return to - from;
    }
  }

  public PageLines {
    lines = List.copyOf(lines);
    ranges = Collections.unmodifiableMap(new LinkedHashMap<>(ranges));
  }

  /** The lines inside a block element; none for other elements. */
  public Range of(@Nullable Element element) {
    Range range = element == null ? null : ranges.get(element);
    return range == null ? new Range(0, 0) : range;
  }
}
