package org.nangdok.script.turn;

import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;

/** Finds where a reporter answers the anchor's call without a label. */
final class UnlabelledAnswer {

  private UnlabelledAnswer() {}

  /**
   * Where a reporter answers who was called but has no label of their own.
   *
   * @param calledBefore what the anchor has said just before these words
   * @return -1 if nowhere
   */
  static int of(
      String text, int start, int end, String calledBefore, Lexicon lexicon) {
    String words = text.substring(start, end);
    if (!lexicon.occurs(WordKind.ON_THE_SPOT, words)) {
      return -1;
    }
    for (String opening : lexicon.texts(WordKind.ANSWER_OPENING)) {
      int at = text.indexOf(opening, start);
      while (at >= 0 && at < end) {
        String before = at > start ? text.substring(start, at) : calledBefore;
        boolean called = Names.handsOver(before, lexicon);
        if (Sentences.isBoundary(text, start, at) && called) {
          return at;
        }
        at = text.indexOf(opening, at + 1);
      }
    }
    return -1;
  }
}
