package org.nangdok.speech.espeak;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.EspeakLibrary.Parameter;
import org.nangdok.speech.espeak.Rendering.PhonemeEvent;

/**
 * The one owner of libespeak-ng, whose state is global: callers wait for each other. A call is
 * stopped through its callback when the calling thread is interrupted or when the sound grows past
 * what was asked for; {@code espeak_Cancel} does nothing in synchronous mode.
 */
final class Espeak implements AutoCloseable {

  /** Longer tokens crash the library (150) or are silent (105). */
  static final int MOST_SYLLABLES_A_TOKEN = 30;

  /** Longer clauses lose words (120). */
  static final int MOST_SYLLABLES_A_CLAUSE = 79;

  /** The range of espeak-ng's rate. */
  static final int SLOWEST = 80;

  static final int FASTEST = 450;

  private static final int PHONEME_EVENT = 7;
  private static final int EVENT_SAMPLE = 20;
  private static final int EVENT_NAME = 24 + Native.POINTER_SIZE;
  private static final int EVENT_SIZE = EVENT_NAME + 8;

  private final EspeakFiles files;
  private final EspeakLibrary library;
  private final PhonemeTables tables;
  private final Path phonemeTable;
  private final ReentrantLock lock = new ReentrantLock();

  /** Native code keeps its address: it must not be collected. */
  private final EspeakLibrary.SynthCallback callback = this::take;

  private short[] samples = new short[0];
  private int length;
  private int limit;
  private List<PhonemeEvent> phonemes = new ArrayList<>();
  private @Nullable RuntimeException failure;
  private boolean closed;

  private Espeak(EspeakFiles files) throws IOException {
    this.files = files;
    Path data = files.home().resolve(EspeakFiles.DATA);
    tables = new PhonemeTables(data);
    phonemeTable = data.resolve("phontab");
    Files.write(data.resolve("phonindex"), tables.programs());
    Path language = Files.createDirectories(data.resolve("lang")).resolve(PhonemeTables.NAME);
    // Only the rules of a tone language take pitch and length from tone phonemes; Hakka's change no
    // tones but its own (intonation.c).
    Files.writeString(
        language,
        """
        name Nangdok
        language hak-x-nangdok 9
        phonemes %s
        dictionary ko
        pitch 80 118
        stressLength 200 200 200 200 200 200 200 200
        stressAmp 20 20 20 20 20 20 20 20
        """
            .formatted(PhonemeTables.NAME));
    library = new EspeakLibrary(files.library());
  }

  /**
   * Unpacks the library if necessary, loads it and has it say nothing once.
   *
   * @throws SpeechException if it can't be used on this machine
   */
  static Espeak open(Path dataFolder, VoicesFolder voices) {
    EspeakFiles files = EspeakFiles.unpack(dataFolder, voices);
    try {
      var espeak = new Espeak(files);
      espeak.render("", 160, 100, List.of(), "", 0);
      return espeak;
    } catch (IOException | LinkageError | IllegalArgumentException e) {
      files.discard();
      throw new SpeechException("The Korean speech library can't be loaded on this machine.", e);
    }
  }

  /** Changes with the library's release and with the speaker variants. */
  String fingerprint() {
    return EspeakFiles.VERSION + "-" + files.fingerprint();
  }

  /** The folder in which the speaker variants lie; more may be written there. */
  Path variants() {
    return files.home().resolve(EspeakFiles.DATA).resolve("voices/!v");
  }

  /**
   * Speaks one clause.
   *
   * @param variant a file of {@link #variants()}, or nothing
   * @param rate espeak-ng's rate, words a minute
   * @param volume espeak-ng's volume, 1 to 200
   * @param tones the tones that the text names
   * @param text phonemes in {@code [[ ]]}
   * @param mostSeconds the sound is stopped when it grows longer
   * @throws SpeechException if the library fails, is interrupted or doesn't come to an end
   */
  Rendering render(
      String variant, int rate, int volume, List<Tone> tones, String text, double mostSeconds) {
    return alone(
        () -> {
          try {
            return renderAlone(variant, rate, volume, tones, text, mostSeconds);
          } catch (IOException e) {
            throw new SpeechException("The Korean speech library's data can't be written.", e);
          } finally {
            samples = new short[0];
            phonemes = new ArrayList<>();
          }
        });
  }

  /**
   * Runs several renderings with no other caller's between them: the library carries a little of
   * each call into the next.
   */
  <T> T alone(Supplier<T> renderings) {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    }
    try {
      if (closed) {
        throw new SpeechException("The Korean speech library is closed.");
      }
      return renderings.get();
    } finally {
      lock.unlock();
    }
  }

  private Rendering renderAlone(
      String variant, int rate, int volume, List<Tone> tones, String text, double mostSeconds)
      throws IOException {
    Files.write(phonemeTable, tables.withTones(tones));
    library.terminate();
    int sampleRate = library.initialize(files.home());
    if (sampleRate <= 0) {
      throw new SpeechException("The Korean speech library can't read its data.");
    }
    library.setCallback(callback);
    String voice = PhonemeTables.NAME + (variant.isEmpty() ? "" : "+" + variant);
    if (library.setVoice(voice) != 0) {
      throw new SpeechException("The Korean speech library has no speaker " + variant + ".");
    }
    library.setParameter(Parameter.RATE, Math.clamp(rate, SLOWEST, FASTEST));
    library.setParameter(Parameter.VOLUME, volume);
    length = 0;
    limit = (int) (mostSeconds * sampleRate);
    failure = null;
    if (text.isEmpty()) {
      return new Rendering(new short[0], sampleRate, List.of());
    }
    int status = library.synthesize((text + "\0").getBytes(StandardCharsets.UTF_8));
    if (failure != null) {
      throw failure;
    }
    if (status != 0) {
      throw new SpeechException("The Korean speech library failed with status " + status + ".");
    }
    return new Rendering(Arrays.copyOf(samples, length), sampleRate, List.copyOf(phonemes));
  }

  private int take(@Nullable Pointer wave, int count, Pointer events) {
    try {
      if (wave != null && count > 0) {
        if (samples.length < length + count) {
          samples = Arrays.copyOf(samples, Math.max(2 * samples.length, length + count));
        }
        ShortBuffer from = wave.getByteBuffer(0, 2L * count).asShortBuffer();
        from.get(samples, length, count);
        length += count;
      }
      for (long at = 0; events.getInt(at) != 0; at += EVENT_SIZE) {
        if (events.getInt(at) == PHONEME_EVENT) {
          phonemes.add(
              new PhonemeEvent(
                  name(events.getByteArray(at + EVENT_NAME, 8)), events.getInt(at + EVENT_SAMPLE)));
        }
      }
      if (Thread.currentThread().isInterrupted()) {
        failure = interrupted();
      } else if (length > limit) {
        failure = new SpeechException("The Korean speech library doesn't come to an end.");
      }
    } catch (RuntimeException e) {
      failure = e;
    }
    return failure == null ? 0 : 1;
  }

  private static String name(byte[] bytes) {
    String name = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = name.indexOf(0);
    return end < 0 ? name : name.substring(0, end);
  }

  private static SpeechException interrupted() {
    return new SpeechException("Speaking was interrupted.");
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        library.terminate();
        files.discard();
      }
    } finally {
      lock.unlock();
    }
  }
}
