package org.nangdok.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds runs of lines that stand twice in one text and says which copy to leave out.
 *
 * <p>A run is three lines or more that follow each other in both places, labels and furniture
 * between them not counted. Two lines are enough where the text ends with them, and one long line
 * is. Of two copies the one with more speaker labels stays, else the first. Single short lines and
 * labels are never taken for duplicates.
 */
final class DuplicateRuns {

  private static final int RUN = 3;
  private static final int RUN_LETTERS = 40;
  private static final int LONG_LINE_LETTERS = 120;

  private final List<String> keys;
  private final List<Boolean> label;

  /** Positions in the text of the lines that are compared. */
  private final List<Integer> compared = new ArrayList<>();

  /**
   * @param keys for each line what makes it equal to another, empty for lines that aren't compared
   * @param label for each line whether it is a speaker label
   */
  DuplicateRuns(List<String> keys, List<Boolean> label) {
    this.keys = keys;
    this.label = label;
    for (int i = 0; i < keys.size(); i++) {
      if (!keys.get(i).isEmpty() && !label.get(i)) {
        compared.add(i);
      }
    }
  }

  /** The lines to leave out. */
  BitSet surplus() {
    BitSet surplus = new BitSet(keys.size());
    Map<String, List<Integer>> seen = new HashMap<>();
    int next = 0;
    while (next < compared.size()) {
      Run best = longestRunAt(next, seen);
      if (best == null) {
        remember(next, seen);
        next++;
        continue;
      }
      int[] first = span(best.earlier(), best.length());
      int[] second = span(best.later(), best.length());
      boolean keepSecond = labels(second) > labels(first);
      int[] left = keepSecond ? first : second;
      surplus.set(left[0], left[1] + 1);
      for (int i = 0; i < best.length(); i++) {
        if (keepSecond) {
          remember(next, seen);
        }
        next++;
      }
    }
    return surplus;
  }

  private record Run(int earlier, int later, int length) {}

  private @Nullable Run longestRunAt(int later, Map<String, List<Integer>> seen) {
    @Nullable Run best = null;
    for (int earlier : seen.getOrDefault(key(later), List.of())) {
      int length = 0;
      int letters = 0;
      while (later + length < compared.size()
          && earlier + length < later
          && key(earlier + length).equals(key(later + length))) {
        letters += LineText.weight(key(later + length));
        length++;
      }
      boolean toTheEnd = later + length == compared.size() && length >= 2;
      boolean enough =
          letters >= RUN_LETTERS && (length >= RUN || toTheEnd) || letters >= 2 * LONG_LINE_LETTERS;
      if (enough && (best == null || length > best.length())) {
        best = new Run(earlier, later, length);
      }
    }
    return best;
  }

  private void remember(int position, Map<String, List<Integer>> seen) {
    List<Integer> places = seen.computeIfAbsent(key(position), k -> new ArrayList<>());
    // A line that stands a thousand times is no anchor; the bound keeps hostile input cheap.
    if (places.size() < 8) {
      places.add(position);
    }
  }

  private String key(int position) {
    return keys.get(compared.get(position));
  }

  /** First and last line of a run, the labels directly before it included. */
  private int[] span(int position, int length) {
    int start = compared.get(position);
    while (start > 0 && (label.get(start - 1) || keys.get(start - 1).isEmpty())) {
      start--;
    }
    while (keys.get(start).isEmpty()) {
      start++;
    }
    return new int[] {start, compared.get(position + length - 1)};
  }

  private long labels(int[] span) {
    long count = 0;
    for (int i = span[0]; i <= span[1]; i++) {
      count += label.get(i) ? 1 : 0;
    }
    return count;
  }
}
