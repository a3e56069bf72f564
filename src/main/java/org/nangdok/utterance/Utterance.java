package org.nangdok.utterance;

import java.time.Duration;
import org.nangdok.language.Reading;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/**
 * One sentence of one turn as it is spoken.
 *
 * @param reading the words
 * @param normaliser version of the language front-end that made the reading
 * @param voice who speaks
 * @param delivery how
 * @param pauseAfter silence that follows, before the next utterance
 */
public record Utterance(
    Reading reading, String normaliser, Voice voice, Delivery delivery, Duration pauseAfter) {

  /** The same with another silence after it. */
  public Utterance pausing(Duration pause) {
    return new Utterance(reading, normaliser, voice, delivery, pause);
  }

  /** The same words in another voice. */
  public Utterance spokenBy(Voice other, Delivery how) {
    return new Utterance(reading, normaliser, other, how, pauseAfter);
  }
}
