package org.nangdok.language;

import java.util.Locale;

/**
 * A part of a sentence that carries meaning and isn't heard, and why.
 *
 * @param start its first character in the sentence, in UTF-16 units
 * @param end one past the last
 */
public record Unspoken(int start, int end, Reason reason) {

  /** Why something isn't heard. */
  public enum Reason {
    /** Characters in brackets that only show how the word before them is written. */
    GLOSS,
    /** Letters that picture a feeling: ㅋㅋㅋ. */
    EMOTICON,
    EMOJI,
    /** A raised figure that points to a note. */
    FOOTNOTE,
    /** A sign for the eye only: ©, #. */
    MARK,
    /** Nothing here knows how it is said. */
    NO_READING;

    /** A stable name: small letters and hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The characters. */
  public String of(String sentence) {
    return sentence.substring(start, end);
  }
}
