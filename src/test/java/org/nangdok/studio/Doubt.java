package org.nangdok.studio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes units out of use whose length says that their borders are wrong: shorter than half or
 * longer than two and a half times the median of their phone.
 */
final class Doubt {

  /** The phone of a unit that is there for its neighbours only. */
  private static final String UNUSED = "x";

  private static final double SHORT = .5;
  private static final double LONG = 2.5;

  private Doubt() {}

  /** Renames them in the lines of {@code units.tsv}; how many they are. */
  static int mark(List<String> lines) {
    Map<String, List<Integer>> lengths = new HashMap<>();
    for (String line : lines) {
      if (isUnit(line)) {
        lengths.computeIfAbsent(phone(line), p -> new ArrayList<>()).add(length(line));
      }
    }
    lengths.values().forEach(all -> all.sort(null));
    int marked = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!isUnit(line)) {
        continue;
      }
      List<Integer> all = lengths.getOrDefault(phone(line), List.of());
      int median = all.get(all.size() / 2);
      if (length(line) < SHORT * median || length(line) > LONG * median) {
        lines.set(i, UNUSED + line.substring(line.indexOf('\t')));
        marked++;
      }
    }
    return marked;
  }

  private static boolean isUnit(String line) {
    return !line.isEmpty() && !line.startsWith("#") && !line.startsWith(Phones.SILENCE);
  }

  private static String phone(String line) {
    return line.substring(0, line.indexOf('\t'));
  }

  private static int length(String line) {
    String[] cells = line.split("\t");
    return Integer.parseInt(cells[4]) - Integer.parseInt(cells[1]);
  }
}
