package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.line.SourceLine;

/** Finds runs of lines that the page prints a second time, perhaps without their labels. */
final class Repeats {

  private static final int SHORTEST_RUN = 3;
  private static final int SHORTEST_TAIL = 2;
  private static final int FEWEST_CHARACTERS = 20;

  private Repeats() {}

  /** The numbers of the lines that only repeat earlier ones. */
  static Set<Integer> in(List<SourceLine> lines) {
    Map<String, List<Integer>> first = new HashMap<>();
    List<Integer> earlier = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String key = Lexicon.key(lines.get(i).text());
      List<Integer> places = first.computeIfAbsent(key, k -> new ArrayList<>());
      earlier.add(key.length() < 4 || places.isEmpty() ? -1 : places.get(0));
      places.add(i);
    }
    Set<Integer> repeated = new HashSet<>();
    int i = 0;
    while (i < lines.size()) {
      int j = i;
      int characters = 0;
      while (j < lines.size()
          && earlier.get(j) >= 0
          && (j == i || earlier.get(j) > earlier.get(j - 1))
          && earlier.get(j) < i) {
        characters += lines.get(j).text().length();
        j++;
      }
      int needed = j == lines.size() ? SHORTEST_TAIL : SHORTEST_RUN;
      if (j - i >= needed && characters >= FEWEST_CHARACTERS) {
        for (int k = i; k < j; k++) {
          repeated.add(lines.get(k).number());
        }
      }
      i = Math.max(j, i + 1);
    }
    return repeated;
  }
}
