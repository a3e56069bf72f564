package org.nangdok.speech.neural.piper;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.nangdok.language.Reading;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.Phonemizer;
import org.nangdok.speech.neural.Chunk;
import org.nangdok.speech.neural.ChunkedSpeech;
import org.nangdok.speech.neural.Transposition;
import org.nangdok.utterance.Utterance;

/**
 * The engine of Piper's voices: espeak-ng writes the phonemes, the model's network speaks them;
 * word times are estimated. {@code engineVoice} is the model's name, with {@code #} and the speaker
 * behind it where a model has several. A model is loaded when it is first asked for. Its network
 * draws noise of its own, so that a repeated sentence has the same words and nearly the same sound.
 */
public final class PiperEngine implements Engine, AutoCloseable {

  /** The name by which voices name this engine. */
  public static final String NAME = "piper";

  private static final String VERSION = "2";
  private static final int MOST_CHARACTERS = 20_000;
  private static final int MOST_CHARACTERS_A_CHUNK = 400;
  private static final double SECONDS_BETWEEN_CHUNKS = 0.2;

  private final Phonemizer phonemizer;
  private final Function<String, Optional<Path>> files;
  private final int threads;
  private final Map<String, PiperModel> models = new ConcurrentHashMap<>();

  /**
   * @param phonemizer the caller closes it
   * @param files finds {@code MODEL.onnx} by the model's name
   * @param threads how many threads one sentence may use, from 1
   */
  public PiperEngine(Phonemizer phonemizer, Function<String, Optional<Path>> files, int threads) {
    this.phonemizer = phonemizer;
    this.files = files;
    this.threads = threads;
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
    Reading reading = utterance.reading();
    if (reading.spoken().length() > MOST_CHARACTERS) {
      throw new SpeechException("A sentence of more than 20,000 letters can't be spoken at once.");
    }
    String[] voice = utterance.voice().engineVoice().split("#", 2);
    PiperModel model = model(voice[0]);
    PiperSettings settings = model.settings();
    var transposition = Transposition.of(settings.sampleRate(), utterance.delivery().pitch());
    double slowing = transposition.factor() / utterance.delivery().speed();
    var speech = new ChunkedSpeech(transposition.sampleRate(), SECONDS_BETWEEN_CHUNKS);
    for (Chunk chunk : Chunk.of(reading, MOST_CHARACTERS_A_CHUNK)) {
      String phonemes = phonemes(chunk.text(), settings);
      if (!settings.speakable(phonemes)) {
        continue;
      }
      float[] sound =
          model.speak(settings.numbers(phonemes), slowing, voice.length > 1 ? voice[1] : "");
      speech.add(chunk, sound);
    }
    return speech.speech(utterance.delivery().telephone());
  }

  private String phonemes(String text, PiperSettings settings) {
    return settings.phonemes().isEmpty()
        ? Normalizer.normalize(text, Normalizer.Form.NFD)
        : phonemizer.phonemes(text, settings.phonemes());
  }

  private PiperModel model(String name) {
    return models.computeIfAbsent(
        name,
        wanted ->
            PiperModel.open(
                files
                    .apply(wanted)
                    .orElseThrow(
                        () -> new SpeechException("The model " + wanted + " isn't installed.")),
                threads));
  }

  @Override
  public void close() {
    models.values().forEach(PiperModel::close);
    models.clear();
  }
}
