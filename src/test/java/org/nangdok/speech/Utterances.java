package org.nangdok.speech;

import java.time.Duration;
import java.util.ArrayList;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/** Utterances for tests, without a language front-end. */
public final class Utterances {

  private Utterances() {}

  /** Words that sound as they are written; a bar after a word ends an intonational phrase. */
  public static Utterance of(String text, String engine, String voice, Delivery delivery) {
    var words = new ArrayList<SpokenWord>();
    int at = 0;
    for (String written : text.split(" ", -1)) {
      String word = written.replace("|", "");
      if (!word.isEmpty()) {
        Boundary boundary = written.endsWith("|") ? Boundary.INTONATIONAL : Boundary.ACCENTUAL;
        words.add(new SpokenWord(word, word, at, at + word.length(), boundary));
      }
      at += written.length() + 1;
    }
    return new Utterance(
        new Reading(text, "und", Reading.Kind.STATEMENT, words),
        "1",
        new Voice(voice, engine, voice, "1", "und", null, voice, "none", "none", 0),
        delivery,
        Duration.ZERO);
  }
}
