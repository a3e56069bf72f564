package org.nangdok.speech.espeak;

import com.sun.jna.Memory;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.nangdok.speech.SpeechException;

/**
 * Writes text of any language of espeak-ng in IPA, as Piper's voices were taught to read it: stress
 * marks, punctuation that ends clauses, canonically decomposed (NFD). Thread-safe: callers wait for
 * each other.
 */
public final class Phonemizer implements AutoCloseable {

  /** {@code (en)} where the library reads a word in another language. */
  private static final Pattern LANGUAGE_SWITCH = Pattern.compile("\\([a-z-]+\\)");

  private static final int INTONATION = 0x7000;
  private static final int COMMA_TUNE = 0x1000;
  private static final int QUESTION_TUNE = 0x2000;
  private static final int EXCLAMATION_TUNE = 0x3000;
  private static final int SENTENCE = 0x80000;
  private static final int CLAUSE = 0x40000;
  private static final int PAUSE = 0xFFF;
  private static final int COMMA_PAUSE = 20;

  private final EspeakLibrary library;
  private final ReentrantLock lock = new ReentrantLock();
  private String voice = "";

  private Phonemizer(EspeakLibrary library) {
    this.library = library;
  }

  /**
   * Loads the library.
   *
   * @param dataFolder where it is unpacked, in {@code espeak}
   * @throws SpeechException if it can't be used on this machine
   */
  public static Phonemizer open(Path dataFolder) {
    Path folder = EspeakFiles.unpackWhole(dataFolder);
    try {
      var library = new EspeakLibrary(folder.resolve(EspeakFiles.libraryName()));
      if (library.initialize(folder) < 0) {
        throw new SpeechException("The phonemes' library can't read its data.");
      }
      return new Phonemizer(library);
    } catch (IOException | LinkageError e) {
      throw new SpeechException("The phonemes' library can't be loaded on this machine.", e);
    }
  }

  /**
   * A text in IPA.
   *
   * @param language espeak-ng's name of the language, such as {@code en-us}
   * @throws SpeechException if there is no such language
   */
  public String phonemes(String text, String language) {
    lock.lock();
    try {
      if (!voice.equals(language)) {
        if (library.setVoice(language) != 0) {
          throw new SpeechException("espeak-ng knows no language " + language + ".");
        }
        voice = language;
      }
      byte[] bytes = text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
      try (var memory = new Memory(bytes.length + 1L)) {
        memory.write(0, bytes, 0, bytes.length);
        memory.setByte(bytes.length, (byte) 0);
        var rest = new PointerByReference(memory);
        var ipa = new StringBuilder();
        while (rest.getValue() != null) {
          EspeakLibrary.Clause clause = library.nextClause(rest);
          ipa.append(LANGUAGE_SWITCH.matcher(clause.phonemes()).replaceAll(""));
          ipa.append(ending(clause.terminator()));
        }
        return Normalizer.normalize(ipa, Normalizer.Form.NFD).strip();
      }
    } finally {
      lock.unlock();
    }
  }

  private static String ending(int terminator) {
    int tune = terminator & INTONATION;
    if ((terminator & SENTENCE) != 0) {
      return tune == QUESTION_TUNE ? "? " : tune == EXCLAMATION_TUNE ? "! " : ". ";
    }
    if ((terminator & CLAUSE) != 0) {
      if (tune == COMMA_TUNE) {
        return (terminator & PAUSE) == COMMA_PAUSE ? ", " : "; ";
      }
      return ": ";
    }
    return " ";
  }

  @Override
  public void close() {
    lock.lock();
    try {
      library.terminate();
    } finally {
      lock.unlock();
    }
  }
}
