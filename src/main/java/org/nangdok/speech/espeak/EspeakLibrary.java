package org.nangdok.speech.espeak;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.Map;

/** The calls of {@code speak_lib.h} that are used, by their C names. Not thread-safe. */
final class EspeakLibrary {

  private static final int OUTPUT_SYNCHRONOUS = 2;

  private static final int INITIALIZE_PHONEME_EVENTS = 0x1;
  private static final int INITIALIZE_DONT_EXIT = 0x8000;
  private static final int CHARS_UTF8 = 0x1;
  private static final int PHONEMES_AS_IPA = 0x02;

  /** Of {@code dlfcn.h}; without RTLD_GLOBAL. */
  private static final int RTLD_LAZY = 1;

  private final NativeLibrary library;

  EspeakLibrary(Path file) {
    library = NativeLibrary.getInstance(file.toString(), options());
  }

  /** JNA would load it globally, and a second copy would then use the first one's state. */
  private static Map<String, Object> options() {
    return Platform.isWindows() ? Map.of() : Map.of(Library.OPTION_OPEN_FLAGS, RTLD_LAZY);
  }

  /** Reads the data under {@code home}; gives the sample rate, or a negative number. */
  int initialize(Path home) {
    return call("espeak_Initialize")
        .invokeInt(
            new Object[] {
              OUTPUT_SYNCHRONOUS,
              0,
              home.toString(),
              INITIALIZE_PHONEME_EVENTS | INITIALIZE_DONT_EXIT
            });
  }

  void terminate() {
    call("espeak_Terminate").invokeInt(new Object[0]);
  }

  int setVoice(String name) {
    return call("espeak_SetVoiceByName").invokeInt(new Object[] {name});
  }

  /** A clause in IPA, and how it ends: the flags of {@code CLAUSE_…}. */
  record Clause(String phonemes, int terminator) {}

  /**
   * The next clause of a text, without sound.
   *
   * @param text points to UTF-8 that ends with a zero; moved on, to null at the end
   */
  Clause nextClause(PointerByReference text) {
    var terminator = new IntByReference();
    Pointer phonemes =
        (Pointer)
            call("espeak_TextToPhonemesWithTerminator")
                .invoke(
                    Pointer.class, new Object[] {text, CHARS_UTF8, PHONEMES_AS_IPA, terminator});
    String ipa = phonemes == null ? "" : phonemes.getString(0, "UTF-8");
    return new Clause(ipa, terminator.getValue());
  }

  private Function call(String name) {
    return library.getFunction(name);
  }
}
