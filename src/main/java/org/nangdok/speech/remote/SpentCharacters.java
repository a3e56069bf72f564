package org.nangdok.speech.remote;

import org.nangdok.speech.SpeechException;

/**
 * How many characters were sent today (UTC), so that a server that is paid by the character never
 * costs more than was meant. Thread-safe.
 */
@FunctionalInterface
public interface SpentCharacters {

  /**
   * Counts characters before they are sent.
   *
   * @param most how many may be sent in a day
   * @throws SpeechException if they would be too many, or nothing can be counted
   */
  void take(int characters, long most);
}
