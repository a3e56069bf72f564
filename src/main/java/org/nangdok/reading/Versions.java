package org.nangdok.reading;

import java.util.Optional;
import java.util.function.Function;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.speech.Engine;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Voice;

/**
 * Whether what speaks here is what a sentence was planned for: a clip's key names the versions of
 * its engine and its voice, and machines that share a library may have others of both.
 */
public interface Versions {

  /** Whether an engine would make the very clip that a sentence's key names. */
  boolean fit(PlannedSentence sentence, Engine engine);

  /** One machine alone, whose unfinished readings go on after an upgrade. */
  static Versions any() {
    return (sentence, engine) -> true;
  }

  /**
   * Among several machines.
   *
   * @param voices a voice as it is installed here, by its id
   */
  static Versions of(Function<String, Optional<Voice>> voices) {
    return (sentence, engine) -> {
      Utterance utterance = sentence.utterance();
      String planned = utterance.voice().version();
      return voices
              .apply(utterance.voice().id())
              .map(Voice::version)
              .orElse(planned)
              .equals(planned)
          && ClipKey.of(utterance, engine.version(), ClipEncoder.FORMAT).equals(sentence.key());
    };
  }
}
