package org.nangdok.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of an article that is to be read.
 *
 * @param line the number of the input line, from 0: for text the lines as sent (blank ones
 *     counted), for a page the visible lines in document order
 * @param text the line, spaces folded, otherwise verbatim
 * @param kind what sort of line it is
 * @param more the numbers of other input lines that are part of it, where a form had broken it
 * @param language BCP 47 tag where its source says that it is in another than the article
 */
public record Paragraph(
    int line, String text, Kind kind, List<Integer> more, @Nullable String language) {

  public Paragraph {
    more = List.copyOf(more);
  }

  /** A paragraph in the article's language. */
  public Paragraph(int line, String text, Kind kind, List<Integer> more) {
    this(line, text, kind, more, null);
  }

  /** A paragraph that is one line of the input. */
  public Paragraph(int line, String text, Kind kind) {
    this(line, text, kind, List.of());
  }

  /** A piece of the same paragraph. */
  public Paragraph saying(String piece) {
    return new Paragraph(line, piece, kind, more, language);
  }

  /** The sorts of lines that belong to an article. */
  public enum Kind {
    HEADLINE,
    SUBHEADING,
    LABEL,
    QUOTE,
    SPEECH,
    BODY,
    /** Running text that is wholly bold or italic, as questions of printed interviews are. */
    EMPHASIS,
    LIST_ITEM
  }
}
