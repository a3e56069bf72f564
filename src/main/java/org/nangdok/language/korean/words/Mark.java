package org.nangdok.language.korean.words;

import java.util.Optional;

/** A sign between two syllables of a lexicon entry, which says what happens there. */
enum Mark {
  /** The next onset becomes tense (문^법). */
  TENSE('^'),
  /** ㄴ is inserted (솜+이불). */
  INSERT('+'),
  /** A lexical morpheme begins: codas neutralise before they link (겉|옷). */
  COMPOUND('|'),
  /** No tensing and no insertion, although a general rule would ask for it (물=건). */
  PLAIN('='),
  /** ㄹ after ㄴ becomes ㄴ (판단~력). */
  NASAL('~');

  private final char sign;

  Mark(char sign) {
    this.sign = sign;
  }

  static Optional<Mark> of(char sign) {
    for (Mark mark : values()) {
      if (mark.sign == sign) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }
}
