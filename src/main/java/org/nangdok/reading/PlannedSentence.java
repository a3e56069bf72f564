package org.nangdok.reading;

import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;

/**
 * One sentence that will be spoken.
 *
 * @param index the sentence's place in the reading, from 0
 * @param line the input line in which it begins
 * @param heading whether it belongs to a subheading, at which a section begins
 * @param utterance how it is spoken
 * @param key names its clip
 */
public record PlannedSentence(
    int index, int line, boolean heading, Utterance utterance, ClipKey key) {

  /** The sentence as written. */
  public String text() {
    return utterance.reading().text();
  }

  /** The same sentence, spoken in another way. */
  PlannedSentence spokenAs(Utterance other, ClipKey clip) {
    return new PlannedSentence(index, line, heading, other, clip);
  }
}
