package org.nangdok.speech.korean;

import java.util.List;
import org.nangdok.speech.SpeechException;

/**
 * An intonational phrase: what is said without a pause.
 *
 * @param accentual its accentual phrases, each the targets of its syllables
 * @param pauseMillis silence after it at speed 1
 */
public record Phrase(List<List<Target>> accentual, int pauseMillis) {

  /** Some ten minutes; a sentence of the news has a hundred. */
  private static final int MOST_SYLLABLES = 4000;

  public Phrase {
    accentual = List.copyOf(accentual);
  }

  /** All syllables of a sentence in order. */
  static List<Target> targets(List<Phrase> sentence) {
    return sentence.stream()
        .flatMap(phrase -> phrase.accentual().stream())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The same.
   *
   * @throws SpeechException if it is too long to be spoken at once
   */
  public static List<Target> speakable(List<Phrase> sentence) {
    List<Target> targets = targets(sentence);
    if (targets.size() > MOST_SYLLABLES) {
      throw new SpeechException(
          "A sentence of " + targets.size() + " syllables is too long to be spoken at once.");
    }
    return targets;
  }
}
