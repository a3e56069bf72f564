package org.nangdok.document;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many parts of each kind a document's account lists. */
public final class LeftOutCounts {

  private LeftOutCounts() {}

  /** By the codes of the parts, in their order. */
  public static Map<DocumentPart, Integer> of(List<LeftOut> parts) {
    Map<DocumentPart, Integer> counts = new EnumMap<>(DocumentPart.class);
    parts.forEach(part -> counts.merge(part.part(), 1, Integer::sum));
    return counts;
  }

  /** The same in words, such as {@code page-number 12, note 3}; empty for nothing. */
  public static String sentence(List<LeftOut> parts) {
    return of(parts).entrySet().stream()
        .map(entry -> entry.getKey().code() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
