package org.nangdok.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.script.Speaker;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/** Utterances and plans for tests, spoken by the tone engine. */
public final class Utterances {

  public static final Voice TONE =
      new Voice("tone", "tone", "440", "1", "ko", null, "Tone", "CC0-1.0", "tests", 0);

  private Utterances() {}

  /** A sentence whose words are those between its spaces. */
  public static Utterance of(String text, Duration pause) {
    List<SpokenWord> words = new ArrayList<>();
    int start = 0;
    for (String word : text.split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(new SpokenWord(word, word, start, start + word.length(), Boundary.WORD));
      }
      start += word.length() + 1;
    }
    var reading = new Reading(text, "ko", Reading.Kind.STATEMENT, words);
    return new Utterance(reading, "test-1", TONE, Delivery.PLAIN, pause);
  }

  /** A plan of one turn with these sentences. */
  public static ReadingPlan plan(String id, String... texts) {
    List<PlannedSentence> sentences = new ArrayList<>();
    for (String text : texts) {
      var utterance = of(text, Duration.ofMillis(240));
      sentences.add(
          new PlannedSentence(
              sentences.size(),
              sentences.size(),
              false,
              utterance,
              ClipKey.of(utterance, "1", "test")));
    }
    var turn =
        new PlannedTurn(0, Speaker.NARRATOR, null, null, null, null, "narrator", TONE, sentences);
    return new ReadingPlan(
        id, null, "제목", null, null, "ko", null, List.of(turn), List.of(), List.of(), List.of());
  }
}
