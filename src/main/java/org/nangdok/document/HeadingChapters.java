package org.nangdok.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chapters of a text that has no table of contents: they begin at its highest headings. */
final class HeadingChapters {

  private static final int LEAST = 2;

  private HeadingChapters() {}

  /**
   * Cuts the only chapter where it has headings; what was left out goes with the chapter that it
   * stands in.
   *
   * @param levels of those blocks that are headings
   * @param chapters takes the chapters
   */
  static void split(
      Chapter whole, Map<Block, Integer> levels, List<Chapter> chapters, List<LeftOut> leftOut) {
    int level = highest(levels);
    List<Block> open = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    String title = "";
    for (Block block : whole.blocks()) {
      boolean begins = levels.getOrDefault(block, Integer.MAX_VALUE) <= level;
      if (begins && hasText(open, levels)) {
        chapters.add(new Chapter(title, whole.language(), open));
        open = new ArrayList<>();
        title = "";
      }
      if (open.isEmpty()) {
        starts.add(block.line());
      }
      if (begins) {
        title = title.isEmpty() ? block.text() : title + ". " + block.text();
      }
      open.add(block);
    }
    if (!open.isEmpty()) {
      chapters.add(new Chapter(title, whole.language(), open));
    }
    leftOut.replaceAll(
        part -> new LeftOut(chapter(starts, part.line()), part.line(), part.part(), part.text()));
  }

  /** Headings one above the other belong to one chapter. */
  private static boolean hasText(List<Block> blocks, Map<Block, Integer> levels) {
    return blocks.stream().anyMatch(block -> !levels.containsKey(block));
  }

  /** The highest level that has several headings; -1 if none has. */
  private static int highest(Map<Block, Integer> levels) {
    return levels.values().stream()
        .filter(level -> levels.values().stream().filter(level::equals).count() >= LEAST)
        .mapToInt(level -> level)
        .min()
        .orElse(-1);
  }

  private static int chapter(List<Integer> starts, int line) {
    int chapter = 0;
    while (chapter + 1 < starts.size() && starts.get(chapter + 1) <= line) {
      chapter++;
    }
    return chapter;
  }
}
