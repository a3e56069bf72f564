package org.nangdok.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Gender;
import org.nangdok.script.Speaker;
import org.nangdok.script.Style;
import org.nangdok.voice.Voice;

/**
 * A turn with its voice, cut into sentences.
 *
 * @param index the turn's place in the reading, from 0
 * @param person the identity's key; the same key has the same voice
 */
public record PlannedTurn(
    int index,
    Speaker speaker,
    @Nullable String name,
    @Nullable String title,
    @Nullable Style style,
    @Nullable Gender gender,
    String person,
    Voice voice,
    List<PlannedSentence> sentences) {

  public PlannedTurn {
    sentences = List.copyOf(sentences);
  }

  /** The same words of the same person in another voice. */
  PlannedTurn spokenBy(Voice other, List<PlannedSentence> spoken) {
    return new PlannedTurn(index, speaker, name, title, style, gender, person, other, spoken);
  }
}
