package org.nangdok.article;

/** The language that a text is written in, for texts that aren't articles. */
public final class WrittenLanguage {

  private static final TextLanguage LANGUAGES = new TextLanguage();

  private WrittenLanguage() {}

  /**
   * BCP 47 tag of a text's language by its script and its commonest words; {@code und} if unclear.
   */
  public static String of(String text) {
    return LANGUAGES.of(text);
  }
}
