package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a database prints above a transcript: several lines in a row that each begin with
 * another word in capitals and a colon, words that come back nowhere.
 */
final class FieldBlock {

  private static final int FEWEST = 3;
  private static final int LONGEST_WORD = 16;

  private FieldBlock() {}

  /** The numbers of the lines of such fields; empty if there are none. */
  static Set<Integer> in(List<SourceLine> lines) {
    Map<String, Integer> counts = new HashMap<>();
    for (SourceLine line : lines) {
      String word = word(line.text());
      if (word != null) {
        counts.merge(word, 1, Integer::sum);
      }
    }
    Set<Integer> block = new HashSet<>();
    List<Integer> row = new ArrayList<>();
    for (SourceLine line : lines) {
      String word = word(line.text());
      if (word != null && counts.getOrDefault(word, 0) == 1) {
        row.add(line.number());
      } else {
        row.clear();
      }
      if (row.size() >= FEWEST) {
        block.addAll(row);
      }
    }
    return block;
  }

  private static @Nullable String word(String text) {
    int i = 0;
    while (i < text.length() && i <= LONGEST_WORD && isCapital(text.charAt(i))) {
      i++;
    }
    return i > 1 && i + 1 < text.length() && text.charAt(i) == ':' && text.charAt(i + 1) == ' '
        ? text.substring(0, i)
        : null;
  }

  private static boolean isCapital(char c) {
    return Character.isUpperCase(c) || c == '-';
  }
}
