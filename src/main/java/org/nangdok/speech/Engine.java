package org.nangdok.speech;

import org.nangdok.utterance.Utterance;

/**
 * A speech synthesiser. Implementations are thread-safe and stop soon after their thread is
 * interrupted.
 */
public interface Engine {

  /** The name by which voices name their engine. */
  String name();

  /** Changes whenever the sound changes; part of every clip key. */
  String version();

  /**
   * Loads what speaking needs and isn't there yet; the first utterance does it too. It may take
   * seconds, which aren't counted as the time of an utterance.
   *
   * @throws SpeechException if it can't be loaded
   */
  default void load() throws InterruptedException {}

  /**
   * Speaks one utterance.
   *
   * @throws SpeechException if this utterance can't be spoken; others may still be
   */
  Speech speak(Utterance utterance);
}
