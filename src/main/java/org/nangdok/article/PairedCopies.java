package org.nangdok.article;

import java.util.BitSet;
import java.util.List;

/**
 * Finds a text that is printed twice piece by piece, each piece beside its copy, as pages do that
 * hold one for narrow and one for wide screens. A refrain or an answer that comes back at once is
 * none: most of the text has to stand in such pairs.
 */
final class PairedCopies {

  /** A piece has at most so many lines. */
  private static final int LONGEST = 12;

  private static final int LEAST_PAIRS = 3;
  private static final int LEAST_KEY = 16;
  private static final double MOST = 0.6;

  private PairedCopies() {}

  /**
   * The lines to leave out: of each pair the second.
   *
   * @param keys for each line its letters, empty for lines that aren't compared
   */
  static BitSet surplus(List<String> keys) {
    BitSet surplus = new BitSet(keys.size());
    int pairs = 0;
    int paired = 0;
    int all = keys.stream().mapToInt(String::length).sum();
    for (int i = 0; i < keys.size(); ) {
      int length = pair(keys, i);
      if (length == 0) {
        i++;
        continue;
      }
      surplus.set(i + length, i + 2 * length);
      paired += 2 * keys.subList(i, i + length).stream().mapToInt(String::length).sum();
      pairs++;
      i += 2 * length;
    }
    return pairs >= LEAST_PAIRS && paired >= MOST * all ? surplus : new BitSet();
  }

  /** How many lines from a place come again right behind themselves, 0 if none do. */
  private static int pair(List<String> keys, int from) {
    int most = Math.min(LONGEST, (keys.size() - from) / 2);
    for (int length = 1; length <= most; length++) {
      List<String> piece = keys.subList(from, from + length);
      boolean text = piece.stream().anyMatch(key -> key.length() >= LEAST_KEY);
      if (text && piece.equals(keys.subList(from + length, from + 2 * length))) {
        return length;
      }
    }
    return 0;
  }
}
