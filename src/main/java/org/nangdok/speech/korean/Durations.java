package org.nangdok.speech.korean;

import java.util.HashMap;
import java.util.Map;

/** How long a syllable lasts inside a phrase, by {@code durations.tsv}; all in milliseconds. */
public final class Durations {

  /** What of a vowel with a glide is the glide. */
  private static final int GLIDE = 35;

  private static final Durations SHIPPED = new Durations();

  private final Map<String, Integer> lengths = new HashMap<>();

  private Durations() {
    Table.readShipped(
        Durations.class,
        "durations.tsv",
        3,
        line -> lengths.put(line.text(0) + line.text(1), line.number(2)));
  }

  /** The whole syllable as it should be. */
  static double target(Syllable syllable) {
    return onsetTarget(syllable) + SHIPPED.vowel(syllable) + codaTarget(syllable);
  }

  /** Its vowel without a glide: the part that grows at the end of a phrase. */
  static double vowelTarget(Syllable syllable) {
    return SHIPPED.vowel(syllable) - (syllable.hasGlide() ? GLIDE : 0);
  }

  /** Its onset as it should be; 0 where it has none. */
  public static double onsetTarget(Syllable syllable) {
    return SHIPPED.onset(syllable);
  }

  /** Its coda as it should be; 0 where it has none. */
  public static double codaTarget(Syllable syllable) {
    return SHIPPED.coda(syllable);
  }

  private int onset(Syllable syllable) {
    return of("onset", syllable.onset());
  }

  private int vowel(Syllable syllable) {
    return of("vowel", syllable.vowel());
  }

  private int coda(Syllable syllable) {
    return syllable.coda() == Syllable.NO_CODA ? 0 : of("coda", syllable.coda());
  }

  private int of(String place, char letter) {
    Integer found = lengths.get(place + letter);
    if (found == null) {
      throw new IllegalStateException("durations.tsv has no " + place + " " + letter + ".");
    }
    return found;
  }
}
