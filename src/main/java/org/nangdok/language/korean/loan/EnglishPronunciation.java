package org.nangdok.language.korean.loan;

import java.util.List;
import java.util.ServiceLoader;

/** How English words sound. Implementations are thread-safe and found on the class path. */
public interface EnglishPronunciation {

  /** Whether a word in small letters is known; others are guessed by their letters. */
  boolean knows(String word);

  /** The phones of a word in small letters: MaryTTS's American SAMPA without stress. */
  List<String> of(String word);

  /** The one on the class path, loaded when it is first asked for. */
  static EnglishPronunciation onClassPath() {
    return Loaded.ONE;
  }

  /** Made once, when the first word is asked for. */
  final class Loaded {
    private static final EnglishPronunciation ONE =
        ServiceLoader.load(EnglishPronunciation.class, EnglishPronunciation.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("No English pronunciation is on the class path."));

    private Loaded() {}
  }
}
