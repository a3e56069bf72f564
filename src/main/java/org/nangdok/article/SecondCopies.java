package org.nangdok.article;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the second print of a text in the stream of its letters, wherever lines break, and says
 * which lines to leave out.
 *
 * <p>A copy is a run that repeats, in order, most of the text from its beginning up to where the
 * run starts, or a large part of the whole. A refrain, a clause under each heading or a line that
 * comes back is none and stays. Of two copies the one with more speaker labels stays, else the
 * first.
 */
final class SecondCopies {

  private static final int LEAST_WEIGHT = 40;

  /** Shorter lines may be a page's frame. */
  private static final int MAIN = 16;

  private static final double FROM_START = 0.7;
  private static final double TIGHT = 0.7;
  private static final double LARGE = 0.3;
  private static final int LARGE_WEIGHT = 800;
  private static final double COVERED = 0.8;

  /** A paragraph alone that comes back is no second print. */
  private static final int LEAST_LINES = 2;

  /** Two prints of a text have at most one changed word in so many letters. */
  private static final int CHANGED = 300;

  private final List<String> keys;
  private final List<Boolean> label;
  private final StringBuilder stream = new StringBuilder();
  private final int[] start;
  private final int[] weights;
  private final int[] mainWeights;

  /**
   * @param keys for each line its letters, empty for lines that aren't compared
   * @param label for each line whether it is a speaker label
   */
  SecondCopies(List<String> keys, List<Boolean> label) {
    this.keys = keys;
    this.label = label;
    this.start = new int[keys.size() + 1];
    for (int i = 0; i < keys.size(); i++) {
      start[i] = stream.length();
      stream.append(label.get(i) ? "" : keys.get(i));
    }
    start[keys.size()] = stream.length();
    this.weights = new int[stream.length() + 1];
    for (int i = 0; i < stream.length(); i++) {
      weights[i + 1] = weights[i] + (stream.charAt(i) >= 0x1100 ? 2 : 1);
    }
    this.mainWeights = new int[keys.size() + 1];
    for (int i = 0; i < keys.size(); i++) {
      int own = weight(start[i], start[i + 1]);
      mainWeights[i + 1] = mainWeights[i] + (own >= MAIN ? own : 0);
    }
  }

  /** The lines to leave out. */
  BitSet surplus() {
    BitSet surplus = PairedCopies.surplus(keys);
    if (!surplus.isEmpty()) {
      return surplus;
    }
    for (CopyChains.Chain chain : new CopyChains(stream).find()) {
      if (isCopy(chain, surplus)) {
        boolean first = labels(chain, true) < labels(chain, false);
        mark(chain, first, surplus);
      }
    }
    return surplus;
  }

  private boolean isCopy(CopyChains.Chain chain, BitSet surplus) {
    int matched = chain.matched();
    int weight = 0;
    for (CopyChains.Block block : chain.blocks()) {
      weight += weight(block.later(), block.later() + block.length());
    }
    if (weight < LEAST_WEIGHT
        || matched < TIGHT * (chain.laterEnd() - chain.later())
        || !isPrint(chain)) {
      return false;
    }
    boolean most = weight >= FROM_START * mainWeight(chain.later(), surplus) && !isHeaded(chain);
    boolean large =
        matched >= LARGE * stream.length() && weight >= LARGE_WEIGHT && !isHeaded(chain);
    return most || large;
  }

  /**
   * Whether a run begins with a line and differs by additions, not by other words in its places.
   */
  private boolean isPrint(CopyChains.Chain chain) {
    boolean begins = startsLine(chain.earlier()) || startsLine(chain.later());
    int changes = 0;
    for (int i = 1; i < chain.blocks().size(); i++) {
      CopyChains.Block last = chain.blocks().get(i - 1);
      CopyChains.Block next = chain.blocks().get(i);
      boolean skipped = next.earlier() > last.earlier() + last.length();
      boolean added = next.later() > last.later() + last.length();
      changes += skipped && added ? 1 : 0;
    }
    int lines =
        Math.max(
            lines(chain.earlier(), chain.earlierEnd()), lines(chain.later(), chain.laterEnd()));
    return begins && lines >= LEAST_LINES && changes * CHANGED <= chain.matched();
  }

  private int lines(int from, int to) {
    int count = 0;
    for (int i = 0; i < keys.size() && start[i] < to; i++) {
      count += isCovered(i, from, to) ? 1 : 0;
    }
    return count;
  }

  private boolean startsLine(int at) {
    return Arrays.binarySearch(start, at) >= 0;
  }

  private int weight(int from, int to) {
    return weights[to] - weights[from];
  }

  /** Weight of the lines before a place that stay, but for short ones: those may be its frame. */
  private int mainWeight(int end, BitSet surplus) {
    int line = Arrays.binarySearch(start, end);
    int before = Math.min(line >= 0 ? line : -line - 2, keys.size());
    int weight = mainWeights[before];
    for (int i = surplus.nextSetBit(0); i >= 0 && i < before; i = surplus.nextSetBit(i + 1)) {
      weight -= mainWeights[i + 1] - mainWeights[i];
    }
    return weight;
  }

  /** Whether headings of one kind, such as week 1 and week 2, stand over both runs. */
  private boolean isHeaded(CopyChains.Chain chain) {
    String first = before(chain.earlier(), chain.earlierEnd());
    String second = before(chain.later(), chain.laterEnd());
    if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
      return false;
    }
    first = first.replaceAll("\\d", "0");
    second = second.replaceAll("\\d", "0");
    int longest = Math.max(first.length(), second.length());
    int shortest = Math.min(first.length(), second.length());
    int same = 0;
    while (same < shortest && first.charAt(same) == second.charAt(same)) {
      same++;
    }
    int tail = 0;
    while (tail < shortest - same
        && first.charAt(first.length() - 1 - tail) == second.charAt(second.length() - 1 - tail)) {
      tail++;
    }
    return longest <= 60 && 5 * (same + tail) >= 2 * longest;
  }

  /** The line before the first one that a run covers, empty if there is none. */
  private String before(int from, int to) {
    int line = 0;
    while (line < keys.size() && !isCovered(line, from, to)) {
      line++;
    }
    for (int i = Math.min(line, keys.size()) - 1; i >= 0; i--) {
      if (!keys.get(i).isEmpty() && !label.get(i)) {
        return keys.get(i);
      }
    }
    return "";
  }

  private boolean isCovered(int line, int from, int to) {
    int length = start[line + 1] - start[line];
    int inside = Math.min(to, start[line + 1]) - Math.max(from, start[line]);
    return length > 0 && inside >= COVERED * length;
  }

  private long labels(CopyChains.Chain chain, boolean first) {
    int from = first ? chain.earlier() : chain.later();
    int to = first ? chain.earlierEnd() : chain.laterEnd();
    long count = 0;
    boolean inside = false;
    for (int i = keys.size() - 1; i >= 0; i--) {
      boolean covered = isCovered(i, from, to);
      // Labels directly before the run belong to it.
      inside = covered || (inside && (label.get(i) || start[i] > from));
      count += inside && label.get(i) ? 1 : 0;
    }
    return count;
  }

  /** Marks the lines of one side that the other has too, with the labels among and before them. */
  private void mark(CopyChains.Chain chain, boolean first, BitSet surplus) {
    BitSet matched = new BitSet();
    for (CopyChains.Block block : chain.blocks()) {
      int from = first ? block.earlier() : block.later();
      matched.set(from, from + block.length());
    }
    BitSet lines = new BitSet();
    for (int i = 0; i < keys.size(); i++) {
      int length = start[i + 1] - start[i];
      lines.set(
          i, length > 0 && matched.get(start[i], start[i + 1]).cardinality() >= COVERED * length);
    }
    int last = lines.length() - 1;
    boolean follows = false;
    for (int i = last; i >= 0; i--) {
      boolean silent = label.get(i) || keys.get(i).isEmpty();
      follows = lines.get(i) || (follows && silent);
      if (lines.get(i) || (follows && label.get(i))) {
        surplus.set(i);
      } else if (silent && i > lines.nextSetBit(0) && i < last) {
        surplus.set(i);
      }
    }
  }
}
