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
   * Speaks one utterance.
   *
   * @throws SpeechException if this utterance can't be spoken; others may still be
   */
  Speech speak(Utterance utterance);
}
