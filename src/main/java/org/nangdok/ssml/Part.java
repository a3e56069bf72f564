package org.nangdok.ssml;

import java.time.Duration;
import java.util.List;
import org.nangdok.language.Instruction;

/** A piece of a document, in the order in which it is heard. */
public sealed interface Part {

  /** How a stretch of words follows the one before it. */
  enum Place {
    /** In the same sentence. */
    CONTINUES,
    SENTENCE,
    PARAGRAPH
  }

  /**
   * Words that are spoken in one manner.
   *
   * @param text as written, white space folded
   * @param manner how
   * @param place what begins here
   * @param instructions how parts of the text are read
   * @param bookmarks the names that {@code mark} elements give to places
   */
  record Spoken(
      String text,
      Manner manner,
      Place place,
      List<Instruction> instructions,
      List<Bookmark> bookmarks)
      implements Part {
    public Spoken {
      instructions = List.copyOf(instructions);
      bookmarks = List.copyOf(bookmarks);
    }
  }

  /** A silence (SSML 1.1, 3.2.3), 10 seconds at most. */
  record Pause(Duration length) implements Part {}

  /**
   * A named place (SSML 1.1, 3.3.2).
   *
   * @param at the character of the text before which it stands; the text's length at its end
   */
  record Bookmark(String name, int at) {}
}
