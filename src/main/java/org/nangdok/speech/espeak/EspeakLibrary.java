package org.nangdok.speech.espeak;

import com.sun.jna.Callback;
import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Path;
import java.util.Map;

/** The calls of {@code speak_lib.h} that are used, by their C names. Not thread-safe. */
final class EspeakLibrary {

  /** Synchronous: {@code espeak_Synth} returns when the sound is complete. */
  private static final int OUTPUT_SYNCHRONOUS = 2;

  private static final int INITIALIZE_PHONEME_EVENTS = 0x1;
  private static final int INITIALIZE_DONT_EXIT = 0x8000;
  private static final int CHARS_UTF8 = 0x1;
  private static final int PHONEMES = 0x100;
  private static final int PHONEMES_AS_IPA = 0x02;
  private static final int POSITION_CHARACTER = 1;

  /** The numbers of {@code espeak_PARAMETER}. */
  enum Parameter {
    RATE(1),
    VOLUME(2);

    private final int number;

    Parameter(int number) {
      this.number = number;
    }
  }

  /** {@code t_espeak_callback}. */
  interface SynthCallback extends Callback {
    /**
     * @param samples null at the end
     * @return 0 to go on, 1 to stop
     */
    int invoke(Pointer samples, int count, Pointer events);
  }

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

  void setCallback(SynthCallback callback) {
    call("espeak_SetSynthCallback").invokeVoid(new Object[] {callback});
  }

  int setVoice(String name) {
    return call("espeak_SetVoiceByName").invokeInt(new Object[] {name});
  }

  int setParameter(Parameter parameter, int value) {
    return call("espeak_SetParameter").invokeInt(new Object[] {parameter.number, value, 0});
  }

  /**
   * @param text UTF-8, ends with a zero
   */
  int synthesize(byte[] text) {
    return call("espeak_Synth")
        .invokeInt(
            new Object[] {
              text,
              sizeT(text.length),
              0,
              POSITION_CHARACTER,
              0,
              CHARS_UTF8 | PHONEMES,
              Pointer.NULL,
              Pointer.NULL
            });
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

  /** C's {@code size_t}. */
  private static Object sizeT(int value) {
    if (Native.SIZE_T_SIZE == Integer.BYTES) {
      return value;
    }
    return (long) value;
  }

  private Function call(String name) {
    return library.getFunction(name);
  }
}
