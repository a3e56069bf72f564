package org.nangdok.language.korean.sound;

/** What stands between a syllable and the one before it. */
public enum Junction {
  /** Nothing: both belong to one morpheme. */
  INSIDE,
  /** A verb's or adjective's stem ends. */
  ENDING,
  /** A particle, the copula or a suffix begins: consonants link whole (항 13, 14). */
  PARTICLE,
  /** A lexical morpheme begins inside a word: consonants neutralise before they link (항 15). */
  COMPOUND,
  /** A word begins inside an accentual phrase. */
  WORD;

  /** Whether a lexical morpheme follows. */
  boolean isLexical() {
    return this == COMPOUND || this == WORD;
  }
}
