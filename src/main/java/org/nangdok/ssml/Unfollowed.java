package org.nangdok.ssml;

/**
 * Something in a document that isn't done, or not quite as it stands there.
 *
 * @param element the element, and the attribute if it is one, as in {@code prosody contour}
 * @param reason a sentence that says what happens instead
 */
public record Unfollowed(String element, String reason) {

  /** Both as one sentence for people. */
  public String sentence() {
    return "SSML " + element + ": " + reason;
  }
}
