package org.nangdok.speech.mary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import marytts.LocalMaryInterface;
import marytts.MaryInterface;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;
import org.nangdok.language.SpokenWord;
import org.nangdok.speech.Deadline;
import org.nangdok.speech.Mark;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Telephone;
import org.nangdok.speech.TimedPhone;
import org.nangdok.utterance.Utterance;
import org.w3c.dom.Document;

/**
 * The English engine: speaks {@link SpokenWord#spoken} with MaryTTS's {@code cmu-slt-hsmm} and the
 * {@linkplain SltPerson people} made of it, with word marks from its realised durations. Pitch and
 * tempo are written into the request's own document: on MaryTTS's shared voices an effect of one
 * caller would be heard by all. MaryTTS is started by the first who needs it.
 */
public final class MaryEngine implements PhoneticEngine {

  /** The name by which voices name this engine. */
  public static final String NAME = "mary";

  private static final String VERSION = "5.2.1-3";
  private static final int MOST_CHARACTERS = 5_000;

  /** What {@code cmu-slt-hsmm} gives. */
  private static final int SAMPLE_RATE = 48_000;

  private static final Duration LEAST_TIME = Duration.ofSeconds(10);
  private static final Duration TIME_PER_WORD = Duration.ofSeconds(1);

  /** A long word takes as long as the words that its letters would make. */
  private static final int LETTERS_OF_A_WORD = 6;

  private static final int BUFFER = 65_536;
  private static final int FADE_MILLIS = 60;

  private final MaryStart start;

  public MaryEngine() {
    this(MaryStart.ofThisProcess());
  }

  MaryEngine(MaryStart start) {
    this.start = start;
  }

  /** Whether MaryTTS could not be started; this process can't speak English any more. */
  public boolean isLost() {
    return start.isLost();
  }

  /** Every engine that MaryTTS's Korean voices use must be open before. */
  @Override
  public void load() throws InterruptedException {
    start.finish();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public Speech speak(Utterance utterance) {
    var sound = new ByteArrayOutputStream();
    List<MaryMarks> timed = timed(utterance, sound);
    List<Mark> marks = timed.stream().flatMap(part -> part.marks().stream()).toList();
    boolean exact = timed.stream().allMatch(MaryMarks::exact);
    // MaryTTS ends with a pause of its own; how long it is after a sentence is for others to say.
    int heard = marks.isEmpty() ? 0 : marks.getLast().end() + FADE_MILLIS;
    var samples = new short[Math.min(sound.size() / 2, heard * (SAMPLE_RATE / 1000))];
    ByteBuffer.wrap(sound.toByteArray())
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    if (utterance.delivery().telephone()) {
      samples = Telephone.line(samples, SAMPLE_RATE);
    }
    return new Speech(samples, SAMPLE_RATE, marks, exact);
  }

  @Override
  public List<TimedPhone> phones(Utterance utterance) {
    var phones = new ArrayList<TimedPhone>();
    for (MaryMarks part : timed(utterance, new ByteArrayOutputStream())) {
      int before = phones.isEmpty() ? 0 : phones.getLast().syllable() + 1;
      for (TimedPhone phone : part.phones()) {
        phones.add(
            new TimedPhone(
                phone.name(),
                phone.start(),
                phone.end(),
                phone.textStart(),
                phone.textEnd(),
                before + phone.syllable()));
      }
    }
    return phones;
  }

  /** Speaks an utterance stretch by stretch. */
  private List<MaryMarks> timed(Utterance utterance, ByteArrayOutputStream sound) {
    loadForSpeech();
    List<SpokenWord> words = utterance.reading().words();
    if (words.stream().mapToInt(word -> word.spoken().length()).sum() > MOST_CHARACTERS) {
      throw new SpeechException("A sentence of more than 5,000 letters can't be spoken at once.");
    }
    var timed = new ArrayList<MaryMarks>();
    for (MaryRequest request : MaryRequest.of(utterance.reading())) {
      if (Thread.currentThread().isInterrupted()) {
        throw new SpeechException("Speaking was interrupted.");
      }
      int offset = (int) (sound.size() / 2 * 1000L / SAMPLE_RATE);
      // Its sound comes from a thread of its own; when that has died, nothing comes any more.
      Document document =
          Deadline.within(
              time(request), () -> MaryThreads.run(() -> speak(request, utterance, sound)));
      timed.add(MaryMarks.of(document, request.words(), offset));
    }
    return timed;
  }

  private void loadForSpeech() {
    try {
      load();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SpeechException("Speaking was interrupted.", e);
    }
  }

  private static Duration time(MaryRequest request) {
    int letters = request.words().stream().mapToInt(word -> word.spoken().length()).sum();
    int words = Math.max(request.words().size(), letters / LETTERS_OF_A_WORD);
    return LEAST_TIME.plus(TIME_PER_WORD.multipliedBy(words));
  }

  /** Speaks one request and gives the document with its durations. */
  private static Document speak(
      MaryRequest request, Utterance utterance, ByteArrayOutputStream sound) {
    try {
      MaryInterface analysis = maryInterface(utterance);
      // Not TOKENS: MaryTTS would expand our words again.
      analysis.setInputType("WORDS");
      analysis.setOutputType("ACOUSTPARAMS");
      SltPerson person = SltPerson.of(utterance.voice().engineVoice());
      double speed = Math.clamp(utterance.delivery().speed() * person.speed(), .5, 2);
      Document document = analysis.generateXML(request.document(speed));
      MaryPitch.move(document, person.semitones() + utterance.delivery().pitch());
      MaryInterface synthesis = maryInterface(utterance);
      synthesis.setInputType("ACOUSTPARAMS");
      try (AudioInputStream audio = synthesis.generateAudio(document)) {
        copy(audio, sound);
      }
      // Synthesis writes the durations into the document that it was given.
      return document;
    } catch (SpeechException e) {
      throw e;
    } catch (MaryConfigurationException | SynthesisException | IOException | RuntimeException e) {
      if (interrupted(e)) {
        Thread.currentThread().interrupt();
        throw new SpeechException("Speaking was interrupted.", e);
      }
      throw new SpeechException("MaryTTS can't speak this sentence.", e);
    }
  }

  /** MaryTTS may notice the interruption itself, and then forgets it. */
  private static boolean interrupted(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        return true;
      }
    }
    return Thread.currentThread().isInterrupted();
  }

  /** A new one for every call: its settings are shared fields. */
  private static MaryInterface maryInterface(Utterance utterance)
      throws MaryConfigurationException {
    var mary = new LocalMaryInterface();
    mary.setLocale(Locale.US);
    mary.setVoice(utterance.voice().engineVoice());
    return mary;
  }

  /** MaryTTS's streams wait for ever when they are asked for zero bytes, as readAllBytes does. */
  private static void copy(AudioInputStream audio, ByteArrayOutputStream sound) throws IOException {
    AudioFormat format = audio.getFormat();
    if (format.getSampleRate() != SAMPLE_RATE
        || format.getChannels() != 1
        || format.getSampleSizeInBits() != 16
        || format.isBigEndian()) {
      throw new SpeechException("MaryTTS gave sound in another format: " + format + ".");
    }
    long left = audio.getFrameLength() * format.getFrameSize();
    var buffer = new byte[BUFFER];
    while (left > 0) {
      int read = audio.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read <= 0) {
        break;
      }
      sound.write(buffer, 0, read);
      left -= read;
    }
    if (sound.size() == 0) {
      throw new SpeechException("MaryTTS was silent.");
    }
  }
}
