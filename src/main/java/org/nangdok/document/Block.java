package org.nangdok.document;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph, or what stands like one: read without a break, and then a pause.
 *
 * @param line its number in the document, from 0, counted with what is left out
 * @param kind what sort of block it is
 * @param text one line, spaces folded, never empty
 * @param language BCP 47 tag of its words where the file says it, null where it is the chapter's
 */
public record Block(int line, Kind kind, String text, @Nullable String language) {

  /** The sorts of blocks. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    /** A line of verse, or one that its author broke. */
    LINE,
    LIST_ITEM,
    QUOTE,
    TABLE_ROW,
    CAPTION,
    /** Wholly bold or italic, as questions of printed interviews are. */
    EMPHASIS,
    /** Words under a speaker's label, written {@code label: words}. */
    SPEECH,
    /** A foot- or endnote that somebody wants read. */
    NOTE
  }
}
