package org.nangdok.speech.espeak;

import java.util.List;

/**
 * An intonational phrase: what is said without a pause.
 *
 * @param accentual its accentual phrases, each the targets of its syllables
 * @param pauseMillis silence after it at speed 1
 */
public record Phrase(List<List<Target>> accentual, int pauseMillis) {

  public Phrase {
    accentual = List.copyOf(accentual);
  }
}
