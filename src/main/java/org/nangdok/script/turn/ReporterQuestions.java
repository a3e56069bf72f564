package org.nangdok.script.turn;

import java.util.List;
import org.nangdok.script.Speaker;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Part;

/**
 * Tells turns under a reporter's label that are questions of the press: most of them ask, or marked
 * answers stand among them without an anchor. Where nobody but an anchor answers, they report.
 */
final class ReporterQuestions {

  private ReporterQuestions() {}

  /** Gives such turns to an asker; returns whether there were any. */
  static boolean set(List<Draft> drafts, Lexicon lexicon) {
    int turns = 0;
    int asked = 0;
    boolean answered = false;
    boolean anchored = false;
    boolean hosted = false;
    boolean others = false;
    for (Draft draft : drafts) {
      answered |= draft.speaker == Speaker.ANSWER;
      anchored |= draft.speaker == Speaker.ANCHOR;
      hosted |=
          draft.speaker == Speaker.ANCHOR
              && (turns == 0 || draft.block.who.isNobody() || Sentences.asks(draft.text()));
      if (draft.block.part == Part.REPORTER) {
        turns++;
        boolean asks =
            Sentences.asks(draft.text()) || lexicon.occurs(WordKind.ASKING, draft.text());
        asked += asks ? 1 : 0;
      } else if (draft.block.isReporter()) {
        return false;
      } else if (draft.block.part != null && draft.block.part != Part.ANCHOR) {
        others = true;
      }
    }
    if (anchored && !hosted && turns > 1 && asked * 2 > turns) {
      drafts.forEach(ReporterQuestions::interviewed);
      return true;
    }
    if (turns == 0 || anchored && !others || (asked * 2 < turns && (anchored || !answered))) {
      return false;
    }
    for (Draft draft : drafts) {
      draft.speaker = draft.block.part == Part.REPORTER ? Speaker.QUESTION : draft.speaker;
    }
    return true;
  }

  /** A presenter who never asks is the one whom a journalist has come to ask. */
  private static void interviewed(Draft draft) {
    draft.speaker =
        draft.block.part == Part.REPORTER
            ? Speaker.QUESTION
            : draft.speaker == Speaker.ANCHOR ? Speaker.ANSWER : draft.speaker;
  }
}
