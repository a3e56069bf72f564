package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.line.SourceLine;

/**
 * Finds runs of lines that the page prints a second time, perhaps without their labels, and lines
 * that only begin the next.
 */
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
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (isTeaser(lines.get(i).text().strip(), lines.get(i + 1).text().strip())) {
        repeated.add(lines.get(i).number());
      }
    }
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

  /** Whether a line breaks off with dots where the next, which begins as it does, goes on. */
  private static boolean isTeaser(String text, String next) {
    String begun = text.endsWith("…") ? text.substring(0, text.length() - 1) : "";
    begun = text.endsWith("...") ? text.substring(0, text.length() - 3) : begun;
    return begun.length() >= FEWEST_CHARACTERS && next.startsWith(begun.strip());
  }
}
