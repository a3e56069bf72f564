package org.nangdok.speech.mbrola;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Telephone;
import org.nangdok.speech.TimedPhone;
import org.nangdok.speech.korean.KoreanSound;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.utterance.Utterance;

/**
 * Speaks Korean with recorded diphones: the program {@code mbrola} and the database hn1, which a
 * machine may have (Debian: {@code mbrola}, {@code mbrola-hn1}; non-free, not for products that are
 * sold). Melody and lengths are those of the espeak voices; word marks are the planned times, which
 * MBROLA keeps.
 */
public final class MbrolaEngine implements PhoneticEngine {

  /** The name by which voices name this engine. */
  public static final String NAME = "mbrola";

  /** Its only voice. */
  public static final String VOICE = "hn1";

  /** Changes whenever the same plan gets other phones. */
  private static final String PHONES_VERSION = "1";

  private static final int SAMPLE_RATE = 16_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final MbrolaProgram program;
  private final String version;
  private final Diphones diphones = new Diphones();

  private MbrolaEngine(MbrolaProgram program, String version) {
    this.program = program;
    this.version = version;
  }

  /** Whether a machine has the program and the database. */
  public static boolean isPresent(Path program, Path database) {
    return Files.isExecutable(program)
        && Files.isRegularFile(program)
        && Files.isRegularFile(database);
  }

  /**
   * Opens it.
   *
   * @param folder where files of a call lie while it lasts
   * @throws SpeechException if the database can't be read
   */
  public static MbrolaEngine open(Path program, Path database, Path folder) {
    return open(program, database, folder, LONGEST);
  }

  static MbrolaEngine open(Path program, Path database, Path folder, Duration longest) {
    String version =
        String.join("-", hash(program), hash(database), Prosody.VERSION, PHONES_VERSION);
    return new MbrolaEngine(new MbrolaProgram(program, database, folder, longest), version);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Speech speak(Utterance utterance) {
    List<Phrase> plan = Prosody.plan(utterance.reading());
    KoreanSound sound = speak(plan, utterance);
    short[] samples =
        utterance.delivery().telephone()
            ? Telephone.line(sound.samples(), sound.sampleRate())
            : sound.samples();
    return new Speech(samples, sound.sampleRate(), sound.marks(utterance.reading(), plan), true);
  }

  @Override
  public List<TimedPhone> phones(Utterance utterance) {
    List<Phrase> plan = Prosody.plan(utterance.reading());
    return speak(plan, utterance).phones(utterance.reading(), plan);
  }

  private KoreanSound speak(List<Phrase> plan, Utterance utterance) {
    if (!utterance.voice().engineVoice().equals(VOICE)) {
      throw new SpeechException(
          "There is no MBROLA speaker " + utterance.voice().engineVoice() + ".");
    }
    return speak(plan, utterance.delivery().speed(), utterance.delivery().pitch());
  }

  /**
   * Speaks a plan.
   *
   * @param speed factor on the planned lengths, 0.5 to 2
   * @param semitones added to the speaker's own pitch
   */
  public KoreanSound speak(List<Phrase> plan, double speed, double semitones) {
    if (Phrase.speakable(plan).isEmpty()) {
      return new KoreanSound(new short[0], SAMPLE_RATE, List.of());
    }
    List<Phone> written = HanmalPhones.of(plan, speed, semitones);
    List<Phone> phones = diphones.speakable(written);
    MbrolaProgram.Result result = run(phones);
    if (!result.missing().isEmpty() && diphones.learn(result.missing())) {
      phones = diphones.speakable(written);
      result = run(phones);
    }
    if (!result.missing().isEmpty()) {
      throw new SpeechException(
          "The MBROLA database can't say " + result.missing().iterator().next() + ".");
    }
    return new KoreanSound(result.samples(), SAMPLE_RATE, HanmalPhones.times(phones, SAMPLE_RATE));
  }

  private MbrolaProgram.Result run(List<Phone> phones) {
    double millis = HanmalPhones.millis(phones);
    return program.run(phones, (int) Math.round(millis * SAMPLE_RATE / 1000));
  }

  private static String hash(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      var digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest(), 0, 4);
    } catch (IOException e) {
      throw new SpeechException("The file " + file.getFileName() + " can't be read.", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
