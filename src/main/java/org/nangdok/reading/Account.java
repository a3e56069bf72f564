package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.TextRange;
import org.nangdok.language.Unspoken;

/**
 * What of a reading isn't heard beside its dropped lines: parts of its sentences. Worked out of the
 * spoken words themselves, so that nothing can be lost without standing here.
 */
public final class Account {

  /**
   * A part of a sentence.
   *
   * @param sentence the sentence's index in the reading
   * @param line the input line in which the sentence begins
   * @param start its first character in the sentence, in UTF-16 units
   * @param end one past the last
   * @param text the characters
   * @param reason why it isn't heard, as a code of {@link Unspoken.Reason}
   */
  public record Part(int sentence, int line, int start, int end, String text, String reason) {}

  private Account() {}

  /** The parts of all sentences of a plan, in order. */
  static List<Part> of(List<PlannedTurn> turns) {
    List<Part> parts = new ArrayList<>();
    for (PlannedTurn turn : turns) {
      for (PlannedSentence sentence : turn.sentences()) {
        for (Unspoken one : sentence.utterance().reading().unspoken()) {
          parts.add(
              new Part(
                  sentence.index(),
                  sentence.line(),
                  one.start(),
                  one.end(),
                  one.of(sentence.text()),
                  one.reason().code()));
        }
      }
    }
    return parts;
  }

  /**
   * Whether sentences account for a text: what none of them holds has no letter and no digit.
   *
   * @param ranges the sentences' places, in order
   */
  static boolean holds(String text, List<TextRange> ranges) {
    int at = 0;
    for (TextRange range : ranges) {
      if (range.start() < at || !isBlank(text.substring(at, range.start()))) {
        return false;
      }
      at = range.end();
    }
    return isBlank(text.substring(at));
  }

  private static boolean isBlank(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }
}
