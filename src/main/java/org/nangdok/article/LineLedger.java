package org.nangdok.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account of an input's lines: each stands among the paragraphs or among what was left out.
 * What stands in neither is a fault of ours; it is listed, never silent.
 */
final class LineLedger {

  /** The reason of lines that nothing else accounts for. */
  static final String UNACCOUNTED = "unaccounted";

  private LineLedger() {}

  /**
   * The lines of an input that stand in neither list.
   *
   * @param lines what the input shows, numbered from {@code from}
   */
  static List<Dropped> missing(
      List<String> lines, int from, List<Paragraph> paragraphs, List<Dropped> dropped) {
    Set<Integer> seen = new HashSet<>();
    paragraphs.forEach(paragraph -> seen.add(paragraph.line()));
    dropped.forEach(line -> seen.add(line.line()));
    List<Dropped> missing = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !seen.contains(i + from)) {
        missing.add(new Dropped(i + from, lines.get(i), UNACCOUNTED));
      }
    }
    return missing;
  }

  /**
   * Whether every letter and digit of a text stands in one of the lists, as often as it was sent.
   */
  static boolean isBalanced(String sent, List<Paragraph> paragraphs, List<Dropped> dropped) {
    Map<Integer, Integer> open = new HashMap<>();
    count(sent, 1, open);
    paragraphs.forEach(paragraph -> count(paragraph.text(), -1, open));
    dropped.forEach(line -> count(line.text(), -1, open));
    return open.values().stream().noneMatch(count -> count > 0);
  }

  private static void count(String text, int step, Map<Integer, Integer> counts) {
    LineText.key(LineText.fold(text))
        .codePoints()
        .forEach(letter -> counts.merge(letter, step, Integer::sum));
  }
}
