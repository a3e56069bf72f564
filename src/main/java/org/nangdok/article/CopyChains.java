package org.nangdok.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds runs of letters that stand in two places of one stream, joined to chains where they follow
 * each other in both.
 */
final class CopyChains {

  /** So many letters in a row begin a match. */
  private static final int ANCHOR = 12;

  /** A letter run that stands in many places is no anchor; the bound keeps hostile input cheap. */
  private static final int MOST_PLACES = 4;

  /** Copies may differ by so many letters in one place. */
  private static final int GAP = 300;

  private final CharSequence stream;

  CopyChains(CharSequence stream) {
    this.stream = stream;
  }

  /** Letters that stand in two places. */
  record Block(int earlier, int later, int length) {}

  /** Blocks that follow each other in both places. */
  record Chain(List<Block> blocks) {
    int earlier() {
      return blocks.getFirst().earlier();
    }

    int earlierEnd() {
      return blocks.getLast().earlier() + blocks.getLast().length();
    }

    int later() {
      return blocks.getFirst().later();
    }

    int laterEnd() {
      return blocks.getLast().later() + blocks.getLast().length();
    }

    int matched() {
      return blocks.stream().mapToInt(Block::length).sum();
    }
  }

  /** All chains, in the order of their later places. */
  List<Chain> find() {
    List<Chain> chains = new ArrayList<>();
    Map<String, List<Integer>> places = new HashMap<>();
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at + ANCHOR <= stream.length()) {
      String anchor = stream.subSequence(at, at + ANCHOR).toString();
      @Nullable Block block = best(places.get(anchor), at, blocks);
      if (block == null) {
        List<Integer> of = places.computeIfAbsent(anchor, a -> new ArrayList<>(1));
        if (of.size() < MOST_PLACES) {
          of.add(at);
        }
        at++;
      } else {
        if (!goesOn(blocks, block)) {
          close(blocks, chains);
        }
        blocks.add(block);
        at += block.length();
      }
    }
    close(blocks, chains);
    return chains;
  }

  private static void close(List<Block> blocks, List<Chain> chains) {
    if (!blocks.isEmpty()) {
      chains.add(new Chain(List.copyOf(blocks)));
      blocks.clear();
    }
  }

  /** The match that goes on with the chain, else the longest. */
  private @Nullable Block best(@Nullable List<Integer> earlier, int later, List<Block> blocks) {
    @Nullable Block best = null;
    for (int from : earlier == null ? List.<Integer>of() : earlier) {
      int length = 0;
      while (from + length < later
          && later + length < stream.length()
          && stream.charAt(from + length) == stream.charAt(later + length)) {
        length++;
      }
      Block block = new Block(from, later, length);
      boolean better = best == null || length > best.length();
      if (length >= ANCHOR && goesOn(blocks, block)) {
        return block;
      }
      best = length >= ANCHOR && better ? block : best;
    }
    return best;
  }

  private static boolean goesOn(List<Block> blocks, Block next) {
    if (blocks.isEmpty()) {
      return false;
    }
    Block last = blocks.getLast();
    int skipped = next.earlier() - last.earlier() - last.length();
    int added = next.later() - last.later() - last.length();
    return skipped >= 0
        && skipped <= GAP
        && added <= GAP
        && next.earlier() + next.length() <= blocks.getFirst().later();
  }
}
