package org.nangdok.reading;

import java.time.Duration;
import java.util.List;

/** Is told what is made and how long it takes, for who watches the service. Thread-safe. */
public interface Watch {

  /** Watches nothing. */
  Watch NOBODY = new Watch() {};

  /**
   * A clip was made.
   *
   * @param engine the engine's name
   * @param sound how long it is heard
   * @param took how long it took to make
   */
  default void clipMade(String engine, Duration sound, Duration took) {}

  /** A sentence was left out after all tries. */
  default void clipFailed(String engine) {}

  /** A clip was there already. */
  default void clipFound() {}

  /** A reading came into a state. */
  default void readingIs(Reading.State state) {}

  /**
   * A reading was decided.
   *
   * @param dropped lines that aren't read
   * @param unspoken parts of sentences that aren't heard, by their reasons
   */
  default void accounted(int dropped, List<String> unspoken) {}

  /** The first sentence of a reading can be heard so long after it was asked for. */
  default void firstSound(Duration after) {}
}
