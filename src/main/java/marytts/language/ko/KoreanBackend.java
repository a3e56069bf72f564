package marytts.language.ko;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.EspeakEngine;

/**
 * The front-end and the engine that MaryTTS's Korean modules work with. MaryTTS makes its modules
 * itself, so they are found here; a program that hasn't given any gets its own.
 */
public final class KoreanBackend {

  private static VoicesFolder voices = VoicesFolder.shipped();
  private static @Nullable KoreanLanguage language;
  private static @Nullable EspeakEngine engine;

  private KoreanBackend() {}

  /** Gives MaryTTS what the program has anyway. Call it before MaryTTS starts. */
  public static synchronized void use(VoicesFolder folder, EspeakEngine espeak) {
    voices = folder;
    engine = espeak;
  }

  static synchronized KoreanLanguage language() {
    if (language == null) {
      language = new KoreanLanguage(voices);
    }
    return language;
  }

  /**
   * The engine.
   *
   * @throws SpeechException if the library can't be used on this machine
   */
  static synchronized EspeakEngine engine() {
    if (engine == null) {
      try {
        Path folder = Files.createTempDirectory("nangdok-espeak-");
        EspeakEngine own = EspeakEngine.open(folder, voices);
        Runtime.getRuntime().addShutdownHook(new Thread(own::close, "nangdok-espeak-close"));
        engine = own;
      } catch (IOException e) {
        throw new SpeechException("There is no place to unpack the Korean speech library.", e);
      }
    }
    return engine;
  }
}
