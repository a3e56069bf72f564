package org.nangdok.language.korean.words;

/** What the writer put between a word and the next, weakest first. */
public enum Gap {
  /** Nothing: both are one written token. */
  NONE,
  /** A closing quotation mark, and no space: what follows belongs to the word. */
  QUOTED,
  /** A closing bracket, and no space: a particle may follow. */
  CLOSED,
  SPACE,
  /** A quotation mark, a bracket or a middle dot. */
  LIGHT,
  /** A comma, a colon, a dash, an ellipsis, the end of a line. */
  PAUSE
}
