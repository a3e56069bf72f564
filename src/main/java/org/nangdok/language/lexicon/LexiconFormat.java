package org.nangdok.language.lexicon;

import java.util.Arrays;
import java.util.Optional;

/** The formats of users' lexicons. */
public enum LexiconFormat {
  /** Word, alias and pronunciation between tabs. */
  TSV("tsv", "text/tab-separated-values"),
  /** W3C Pronunciation Lexicon Specification 1.0. */
  PLS("pls", "application/pls+xml");

  private final String ending;
  private final String mediaType;

  LexiconFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** How its files' names end. */
  public String ending() {
    return ending;
  }

  /** Its media type, without parameters. */
  public String mediaType() {
    return mediaType;
  }

  static Optional<LexiconFormat> byEnding(String ending) {
    return Arrays.stream(values()).filter(format -> format.ending.equals(ending)).findFirst();
  }
}
