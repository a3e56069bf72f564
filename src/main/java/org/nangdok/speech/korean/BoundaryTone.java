package org.nangdok.speech.korean;

import org.nangdok.language.Reading;

/** The tone of the last syllable of an intonational phrase (K-ToBI), which overrides its own. */
enum BoundaryTone {
  /** L%: the end of a statement. */
  LOW(-4.8, -2),
  /** LH%: more follows. */
  CONTINUATION(.8, 3),
  /** H%: a question that is answered with yes or no. */
  QUESTION(2.8, 5),
  /** LH%, smaller: a question with a question word. */
  WH_QUESTION(.5, 3.5),
  /** HL%: an exclamation. */
  FALL(-1, -6);

  private final double middle;
  private final double movement;

  BoundaryTone(double middle, double movement) {
    this.middle = middle;
    this.movement = movement;
  }

  /** Semitones above the voice's own pitch at the middle of the vowel. */
  double middle() {
    return middle;
  }

  /** Semitones from its start to its end. */
  double movement() {
    return movement;
  }

  /** The end of a sentence of this kind. */
  static BoundaryTone of(Reading.Kind kind) {
    return switch (kind) {
      case STATEMENT -> LOW;
      case YES_NO_QUESTION -> QUESTION;
      case WH_QUESTION -> WH_QUESTION;
      case EXCLAMATION -> FALL;
      case UNFINISHED -> CONTINUATION;
    };
  }
}
