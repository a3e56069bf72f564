package org.nangdok;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import marytts.language.ko.KoreanBackend;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.Engine;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.EspeakEngine;
import org.nangdok.speech.mary.MaryEngine;
import org.nangdok.voice.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines of this process, each found by its name once it runs. */
final class SpeakingEngines implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SpeakingEngines.class);

  private final VoicesFolder voices;
  private final Path folder;
  private final Map<String, Engine> running = new ConcurrentHashMap<>();

  /**
   * @param folder where engines unpack what they need
   */
  SpeakingEngines(VoicesFolder voices, Path folder) {
    this.voices = voices;
    this.folder = folder;
  }

  /** Starts the Korean engine, which MaryTTS's Korean voices need. */
  void startKorean() {
    try {
      EspeakEngine espeak = EspeakEngine.open(folder, voices);
      running.put(espeak.name(), espeak);
      KoreanBackend.use(voices, espeak);
    } catch (SpeechException e) {
      LOG.error("Korean can't be spoken on this machine", e);
    }
  }

  /** Starts MaryTTS, which takes some seconds. Main thread only, after Korean. */
  void startEnglish() {
    try {
      Engine mary = MaryEngine.start();
      running.put(mary.name(), mary);
    } catch (SpeechException e) {
      LOG.error("English can't be spoken", e);
    }
  }

  Optional<Engine> find(String name) {
    return Optional.ofNullable(running.get(name));
  }

  boolean speaks(Voice voice) {
    return running.containsKey(voice.engine());
  }

  @Override
  public void close() throws IOException {
    for (Engine engine : running.values()) {
      if (engine instanceof EspeakEngine espeak) {
        espeak.close();
      }
    }
  }
}
