package org.nangdok.speech;

import java.util.List;
import org.nangdok.utterance.Utterance;

/** An engine that knows when each sound is heard. */
public interface PhoneticEngine extends Engine {

  /**
   * The sounds of what {@link #speak} gives, in order and not overlapping. Costs as much as
   * speaking.
   *
   * @throws SpeechException as {@link #speak} does
   */
  List<TimedPhone> phones(Utterance utterance);
}
