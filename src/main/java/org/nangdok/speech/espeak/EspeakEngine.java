package org.nangdok.speech.espeak;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Reading;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Telephone;
import org.nangdok.speech.TimedPhone;
import org.nangdok.utterance.Utterance;

/**
 * The Korean engine: speaks {@link SpokenWord#pronounced} through libespeak-ng, with word marks
 * from the library's own phoneme times.
 */
public final class EspeakEngine implements PhoneticEngine, AutoCloseable {

  /** The name by which voices name this engine. */
  public static final String NAME = "espeak";

  private final Espeak espeak;
  private final Speakers speakers;
  private final KoreanSpeaker speaker;
  private final Equaliser equaliser;

  private EspeakEngine(Espeak espeak, VoicesFolder voices) {
    this.espeak = espeak;
    this.speakers = new Speakers(voices, espeak.variants());
    this.speaker = new KoreanSpeaker(espeak);
    this.equaliser = new Equaliser(voices, SAMPLE_RATE);
  }

  /**
   * Loads the library.
   *
   * @param dataFolder where it is unpacked, in {@code espeak}
   * @throws SpeechException if it can't be used on this machine
   */
  public static EspeakEngine open(Path dataFolder, VoicesFolder voices) {
    Espeak espeak = Espeak.open(dataFolder, voices);
    try {
      return new EspeakEngine(espeak, voices);
    } catch (RuntimeException e) {
      espeak.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return espeak.fingerprint() + "-" + Prosody.VERSION;
  }

  /** The speakers' names, {@code engineVoice} of the voices of this engine. */
  public Set<String> speakers() {
    return speakers.names();
  }

  /** Whether listeners take a speaker for a woman, by its variant's {@code gender} line. */
  public boolean isFemale(String name) {
    return speakers.isFemale(name);
  }

  @Override
  public Speech speak(Utterance utterance) {
    Reading reading = utterance.reading();
    List<Phrase> plan = Prosody.plan(reading);
    KoreanSound sound = speak(plan, utterance);
    short[] samples =
        utterance.delivery().telephone()
            ? Telephone.line(sound.samples(), sound.sampleRate())
            : sound.samples();
    return new Speech(samples, sound.sampleRate(), sound.marks(reading, plan), true);
  }

  @Override
  public List<TimedPhone> phones(Utterance utterance) {
    List<Phrase> plan = Prosody.plan(utterance.reading());
    return speak(plan, utterance).phones(utterance.reading(), plan);
  }

  private KoreanSound speak(List<Phrase> plan, Utterance utterance) {
    return speak(
        plan,
        utterance.voice().engineVoice(),
        utterance.delivery().speed(),
        utterance.delivery().pitch());
  }

  /**
   * Speaks a plan.
   *
   * @param name one of {@link #speakers}
   * @param speed factor on the planned lengths, 0.5 to 2
   * @param semitones added to the speaker's own pitch
   */
  public KoreanSound speak(List<Phrase> plan, String name, double speed, double semitones) {
    if (Phrase.speakable(plan).isEmpty()) {
      return new KoreanSound(new short[0], SAMPLE_RATE, List.of());
    }
    KoreanSound plain = speaker.speak(plan, speakers.get(name, semitones), speed);
    return new KoreanSound(
        equaliser.apply(name, plain.samples()), plain.sampleRate(), plain.syllables());
  }

  private static final int SAMPLE_RATE = 22_050;

  @Override
  public void close() {
    espeak.close();
  }
}
