package org.nangdok.delivery.foreign;

import org.jspecify.annotations.Nullable;
import org.nangdok.reading.ReadingException;
import org.nangdok.ssml.SsmlDocument;

/**
 * What a client of another service wants to hear.
 *
 * @param text the words as written
 * @param ssml the document that they come from, if it is SSML
 */
record Wanted(String text, @Nullable SsmlDocument ssml) {

  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2;

  /** The longest text that is spoken at once, as at OpenAI; markup counts. */
  private static final int LONGEST = 4_096;

  /**
   * A text that can be spoken at once.
   *
   * @throws ReadingException if there is none or it is too long
   */
  static Wanted text(@Nullable String text, String name) {
    return new Wanted(given(text, name), null);
  }

  /**
   * A document in SSML that can be spoken at once.
   *
   * @throws ReadingException if there is none, it is too long, or has no words
   * @throws org.nangdok.ssml.SsmlException if it isn't taken
   */
  static Wanted ssml(@Nullable String source, String name) {
    SsmlDocument document = SsmlDocument.read(given(source, name));
    if (document.text().isEmpty()) {
      throw new ReadingException("reading.nothing-to-say", "This SSML has no words to say.");
    }
    return new Wanted(document.text(), document);
  }

  /** A text, or SSML if it begins as such. */
  static Wanted either(@Nullable String text, String name) {
    return text != null && SsmlDocument.isOne(text) ? ssml(text, name) : text(text, name);
  }

  /**
   * How fast a text is spoken, as a factor.
   *
   * @throws ReadingException if no voice here can be so slow or fast
   */
  static double speed(@Nullable Double factor, String name) {
    if (factor == null) {
      return 1;
    }
    if (!(factor >= SLOWEST && factor <= FASTEST)) {
      throw new ReadingException(
          "request.bad-speed", "`" + name + "` must be %s to %s here.".formatted(SLOWEST, FASTEST));
    }
    return factor;
  }

  private static String given(@Nullable String text, String name) {
    if (text == null || text.isBlank()) {
      throw new ReadingException(
          "request.missing-parameter", "Give the text to speak in `" + name + "`.");
    }
    if (text.length() > LONGEST) {
      throw new ReadingException(
          "request.too-long",
          "Only 4,096 characters at a time can be spoken; POST /api/readings takes whole articles.");
    }
    return text;
  }

  /** The language that a client names, else the document's. */
  @Nullable String language(@Nullable String named) {
    return named == null && ssml != null ? ssml.language() : named;
  }
}
