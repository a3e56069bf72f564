package org.nangdok.language.korean.words;

/** What a spoken word comes from, as far as its pronunciation and phrasing depend on it. */
public enum Role {
  /** Hangul as written. */
  PLAIN,
  /** A number read as a quantity. */
  NUMBER,
  /** Digits read one by one; nothing is inserted between them. */
  DIGITS,
  /** A reading of Latin letters, hanja or symbols. */
  READING
}
