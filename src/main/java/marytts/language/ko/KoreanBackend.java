package marytts.language.ko;

import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.recorded.RecordedEngine;

/**
 * The front-end and the engine that MaryTTS's Korean modules work with. MaryTTS makes its modules
 * itself, so they are found here; a program that hasn't given any gets its own.
 */
public final class KoreanBackend {

  private static VoicesFolder voices = VoicesFolder.shipped();
  private static @Nullable KoreanLanguage language;
  private static @Nullable RecordedEngine engine;

  private KoreanBackend() {}

  /** Gives MaryTTS what the program has anyway. Call it before MaryTTS starts. */
  public static synchronized void use(VoicesFolder folder, RecordedEngine recorded) {
    voices = folder;
    engine = recorded;
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
   * @throws SpeechException if the recordings can't be read
   */
  static synchronized RecordedEngine engine() {
    if (engine == null) {
      engine = RecordedEngine.open(voices);
    }
    return engine;
  }
}
