package org.nangdok.speech.neural.kokoro;

import org.nangdok.language.Reading;

/** The sign by which the network knows the tune of a sentence's end. */
final class Ending {

  private Ending() {}

  static String of(Reading.Kind kind) {
    return switch (kind) {
      case STATEMENT -> ".";
      case YES_NO_QUESTION, WH_QUESTION -> "?";
      case EXCLAMATION -> "!";
      case UNFINISHED -> ",";
    };
  }
}
