package org.nangdok.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that its table of contents names, or the whole of one that has none.
 *
 * @param title as the table of contents has it, empty if nothing names it; it is for finding one's
 *     way and isn't read, since a heading that the text has stands among the blocks
 * @param language BCP 47 tag of the chapter, null where it is the document's
 * @param blocks what is read, in order
 */
public record Chapter(String title, @Nullable String language, List<Block> blocks) {

  public Chapter {
    blocks = List.copyOf(blocks);
  }

  /** How long its words are, in UTF-16 units, with one between blocks. */
  public long length() {
    return blocks.stream().mapToLong(block -> block.text().length() + 1L).sum();
  }
}
