package org.nangdok.speech.neural.supertonic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.nangdok.language.Reading;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.neural.Chunk;
import org.nangdok.speech.neural.ChunkedSpeech;
import org.nangdok.speech.neural.Transposition;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a Supertonic 3 pack: speaks 31 languages with the speakers that lie in {@code
 * voice_styles}; word times are estimated. The noise that a sound begins with comes from the
 * utterance, so the same utterance always sounds the same.
 */
public final class SupertonicEngine implements Engine, AutoCloseable {

  /** The name by which voices name this engine. */
  public static final String NAME = "supertonic";

  /** Refinements as published; 2 is the fastest, 10 the best. */
  public static final int USUAL_STEPS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(SupertonicEngine.class);
  private static final Set<String> LANGUAGES =
      Set.of(
          "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hi", "hr", "hu", "id",
          "it", "ja", "ko", "lt", "lv", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk",
          "vi");
  private static final String UNKNOWN_LANGUAGE = "na";

  /** Languages that write a syllable in one character: their chunks are shorter. */
  private static final Set<String> SYLLABIC = Set.of("ja", "ko");

  private static final double USUAL_SPEED = 1.05;
  private static final double SECONDS_BETWEEN_CHUNKS = 0.3;
  private static final int MOST_CHARACTERS = 20_000;

  private final PackSettings settings;
  private final CharacterIndex index;
  private final SupertonicModel model;
  private final Map<String, SpeakerStyle> speakers;
  private final int steps;
  private final String version;

  private SupertonicEngine(
      PackSettings settings,
      CharacterIndex index,
      SupertonicModel model,
      Map<String, SpeakerStyle> speakers,
      int steps,
      String version) {
    this.settings = settings;
    this.index = index;
    this.model = model;
    this.speakers = Map.copyOf(speakers);
    this.steps = steps;
    this.version = version;
  }

  /**
   * Loads a pack.
   *
   * @param pack the folder of {@code tts.json}, or the one above {@code onnx/tts.json}
   * @param steps 2 to 10: quality against speed
   * @param threads how many threads one sentence may use, from 1
   * @throws SpeechException naming the file that is missing or doesn't fit, and what differs
   */
  public static SupertonicEngine open(Path pack, int steps, int threads) {
    if (steps < 2 || steps > 10) {
      throw new IllegalArgumentException("Supertonic takes 2 to 10 steps.");
    }
    PackSettings settings = PackSettings.read(SupertonicModel.file(pack, "tts.json"));
    CharacterIndex index = CharacterIndex.read(SupertonicModel.file(pack, "unicode_indexer.json"));
    SupertonicModel model = SupertonicModel.open(pack, settings, threads);
    try {
      Map<String, SpeakerStyle> speakers = new TreeMap<>();
      for (Path file : files(pack.resolve("voice_styles"))) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json")) {
          speakers.put(
              name.substring(0, name.length() - ".json".length()),
              SpeakerStyle.read(file, model.soundShape(), model.paceShape()));
        }
      }
      if (speakers.isEmpty()) {
        throw new SpeechException("The pack has no speaker in voice_styles.");
      }
      return new SupertonicEngine(
          settings, index, model, speakers, steps, fingerprint(pack) + "-" + steps);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new SpeechException("The folder " + folder.getFileName() + " can't be read.", e);
    }
  }

  /** Another release of a pack has other sizes; the small files count with their content. */
  private static String fingerprint(Path pack) {
    var sum = new CRC32();
    try {
      for (Path folder : List.of(pack, pack.resolve("onnx"), pack.resolve("voice_styles"))) {
        for (Path file : files(folder)) {
          String name = file.getFileName().toString();
          sum.update((name + Files.size(file)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
          if (name.endsWith(".json")) {
            sum.update(Files.readAllBytes(file));
          }
        }
      }
    } catch (IOException e) {
      throw new SpeechException("The pack can't be read.", e);
    }
    return "1-" + Long.toHexString(sum.getValue());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return version;
  }

  /** The speakers' names, {@code engineVoice} of the voices of this engine. */
  public Set<String> speakers() {
    return new TreeSet<>(speakers.keySet());
  }

  @Override
  public Speech speak(Utterance utterance) {
    Reading reading = utterance.reading();
    SpeakerStyle style = speakers.get(utterance.voice().engineVoice());
    if (style == null) {
      throw new SpeechException("The pack has no speaker " + utterance.voice().engineVoice() + ".");
    }
    if (reading.spoken().length() > MOST_CHARACTERS) {
      throw new SpeechException("A sentence of more than 20,000 letters can't be spoken at once.");
    }
    String language = language(reading.language());
    var transposition = Transposition.of(settings.sampleRate(), utterance.delivery().pitch());
    double slowing = transposition.factor() / USUAL_SPEED / utterance.delivery().speed();
    String key = ClipKey.of(utterance, version, NAME).hex();
    var noise = new Random(Long.parseUnsignedLong(key.substring(0, 16), 16));
    var speech = new ChunkedSpeech(transposition.sampleRate(), SECONDS_BETWEEN_CHUNKS);
    for (Chunk chunk : Chunk.of(reading, SYLLABIC.contains(language) ? 120 : 300)) {
      String text = ModelText.clean(chunk.text());
      CharacterIndex.Tokens tokens = index.tokens(ModelText.tagged(text, language));
      if (tokens.leftOut() > 0) {
        LOG.debug("{} characters of a sentence have no token", tokens.leftOut());
      }
      if (text.isEmpty() || !speakable(text)) {
        continue;
      }
      float[] sound = model.speak(tokens.ids(), style, slowing, steps, noise);
      speech.add(chunk, sound);
    }
    return speech.speech(utterance.delivery().telephone());
  }

  private boolean speakable(String text) {
    return text.chars().anyMatch(c -> Character.isLetterOrDigit(c) && index.supports((char) c));
  }

  private static String language(String tag) {
    String primary = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return LANGUAGES.contains(primary) ? primary : UNKNOWN_LANGUAGE;
  }

  @Override
  public void close() {
    model.close();
  }
}
