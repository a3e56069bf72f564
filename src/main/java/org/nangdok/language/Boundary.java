package org.nangdok.language;

/** The prosodic boundary after a spoken word, weakest first. */
public enum Boundary {
  /** Inside an accentual phrase. */
  WORD,
  /** The end of an accentual phrase (K-ToBI break 2). */
  ACCENTUAL,
  /**
   * The end of an intonational phrase inside a sentence, heard as a short pause (K-ToBI break 3).
   */
  INTONATIONAL,
  /** The end of the sentence. */
  UTTERANCE
}
