package marytts.language.ko;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import marytts.modules.synthesis.Voice;
import marytts.modules.synthesis.WaveformSynthesizer;
import org.jspecify.annotations.Nullable;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.korean.KoreanSound;
import org.nangdok.speech.recorded.RecordedEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Korean waveforms joined from recordings, one MaryTTS voice for each of our people. */
public class RecordedSynthesizer implements WaveformSynthesizer {

  private static final Logger LOG = LoggerFactory.getLogger(RecordedSynthesizer.class);

  private static final int SAMPLE_RATE = RecordedEngine.SAMPLE_RATE;

  /** Little-endian: MaryTTS's own constant for this rate is not. */
  private static final AudioFormat FORMAT = new AudioFormat(SAMPLE_RATE, 16, 1, true, false);

  /** Without recordings there are no Korean voices; an exception would take English down too. */
  @Override
  public void startup() {
    try {
      RecordedEngine engine = KoreanBackend.engine();
      for (String speaker : engine.speakers()) {
        Voice.registerVoice(voice(speaker, engine.isFemale(speaker)));
      }
    } catch (SpeechException | MaryConfigurationException e) {
      LOG.error("MaryTTS has no Korean voices", e);
    }
  }

  @SuppressWarnings("deprecation") // the other constructor needs a configuration file per voice
  private Voice voice(String speaker, boolean female) throws MaryConfigurationException {
    return new Voice(speaker, Locale.KOREAN, FORMAT, this, female ? Voice.FEMALE : Voice.MALE);
  }

  /** Nothing to try: the engine has read its recordings when it was opened. */
  @Override
  public void powerOnSelfTest() {}

  @Override
  public AudioInputStream synthesize(
      List<Element> tokensAndBoundaries, Voice voice, @Nullable String parameters)
      throws SynthesisException {
    SentencePlan plan = SentencePlan.of(tokensAndBoundaries);
    double speed =
        tokensAndBoundaries.isEmpty() ? 1 : ProsodyMarks.speed(tokensAndBoundaries.getFirst());
    double pitch =
        tokensAndBoundaries.isEmpty() ? 0 : ProsodyMarks.semitones(tokensAndBoundaries.getFirst());
    try {
      KoreanSound sound =
          KoreanBackend.engine().speak(plan.phrases(), voice.getName(), speed, pitch);
      plan.writeTimes(sound, speed);
      var bytes = ByteBuffer.allocate(2 * sound.samples().length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asShortBuffer().put(sound.samples());
      return new AudioInputStream(
          new ByteArrayInputStream(bytes.array()), FORMAT, sound.samples().length);
    } catch (SpeechException e) {
      throw new SynthesisException("This Korean sentence can't be spoken.", e);
    }
  }
}
