package org.nangdok.speech.espeak;

import java.util.HashMap;
import java.util.Map;

/** How long a syllable lasts inside a phrase, by {@code durations.tsv}. */
final class Durations {

  private static final Durations SHIPPED = new Durations();

  private final Map<String, Integer> millis = new HashMap<>();

  private Durations() {
    Table.readShipped(
        "durations.tsv",
        3,
        line ->
            line.text(1)
                .chars()
                .forEach(letter -> millis.put(line.text(0) + (char) letter, line.number(2))));
  }

  /** Onset and coda together. */
  static double consonants(Syllable syllable) {
    return SHIPPED.of("onset", syllable.onset())
        + (syllable.coda() == Syllable.NO_CODA ? 0 : SHIPPED.of("coda", syllable.coda()));
  }

  static double vowel(Syllable syllable) {
    return SHIPPED.of("vowel", syllable.vowel());
  }

  private int of(String place, char letter) {
    Integer found = millis.get(place + letter);
    if (found == null) {
      throw new IllegalStateException("durations.tsv has no " + place + " " + letter + ".");
    }
    return found;
  }
}
