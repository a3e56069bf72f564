package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nangdok.script.line.Part;

/**
 * Numbers behind labels that count turns and tell nobody apart: anchor 1, reporter 1, anchor 2,
 * reporter 2.
 */
final class Counters {

  private Counters() {}

  /** Takes the numbers off drafts whose labels have them in turn, each once. */
  static void dropped(List<Draft> drafts) {
    Map<Part, List<Integer>> numbers = new HashMap<>();
    for (Draft draft : drafts) {
      Part part = draft.block.part;
      int number = number(draft);
      if (part != null && number > 0) {
        numbers.computeIfAbsent(part, p -> new ArrayList<>()).add(number);
      }
    }
    Set<Integer> shared = new HashSet<>();
    boolean counting = numbers.size() > 1;
    for (List<Integer> some : numbers.values()) {
      for (int i = 0; i < some.size(); i++) {
        counting &= some.get(i) == some.getFirst() + i;
        shared.add(some.get(i));
      }
    }
    if (counting && shared.size() > 1) {
      drafts.stream().filter(one -> number(one) > 0).forEach(one -> one.title = null);
    }
  }

  /** The number that a draft's label ends with; 0 if it has none or names somebody. */
  private static int number(Draft draft) {
    String title = draft.name == null && draft.title != null ? draft.title : "";
    int digits = title.length();
    while (digits > 0 && Character.isDigit(title.charAt(digits - 1))) {
      digits--;
    }
    boolean counted = digits > 0 && digits < title.length() && title.length() - digits < 4;
    return counted ? Integer.parseInt(title.substring(digits)) : 0;
  }
}
