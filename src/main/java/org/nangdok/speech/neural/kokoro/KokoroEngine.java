package org.nangdok.speech.neural.kokoro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;
import org.nangdok.language.Reading;
import org.nangdok.speech.PhoneticEngine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Telephone;
import org.nangdok.speech.TimedPhone;
import org.nangdok.speech.espeak.Phonemizer;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.speech.korean.Target;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;

/**
 * Speaks Korean and English with Kokoro-82M: the project's front-ends write the symbols, the
 * network tells how long each lasts, Korean melody and all silences are the project's. Times are
 * exact: they are those of the symbols. {@code engineVoice} is the {@linkplain Recipe recipe} of a
 * person. The same words give the same sound.
 */
public final class KokoroEngine implements PhoneticEngine, AutoCloseable {

  /** The name by which voices name this engine. */
  public static final String NAME = "kokoro";

  /** Changes whenever the same words get other symbols, lengths or melody. */
  private static final String VERSION = "2";

  private static final int MOST_CHARACTERS = 20_000;

  /** Some ten seconds: so long an interrupted sentence may go on. */
  private static final int MOST_SYMBOLS_A_PIECE = 200;

  /** Silence between two intonational phrases where no plan says another. */
  private static final double PAUSE_MILLIS = 300;

  private static final double RATE_STEP = 300;

  private final KokoroPack pack;
  private final Phonemizer phonemizer;
  private final Map<String, Recipe> recipes = new ConcurrentHashMap<>();

  /**
   * @param phonemizer writes English; the caller closes it
   */
  public KokoroEngine(KokoroPack pack, Phonemizer phonemizer) {
    this.pack = pack;
    this.phonemizer = phonemizer;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return String.join("-", VERSION, Prosody.VERSION, pack.version());
  }

  @Override
  public Speech speak(Utterance utterance) {
    Recipe recipe = recipe(utterance);
    Sounding sounding = sound(utterance, recipe);
    int rate = playedAt(recipe);
    short[] samples = sounding.samples();
    if (utterance.delivery().telephone()) {
      samples = Telephone.line(samples, rate);
    }
    return new Speech(samples, rate, sounding.marks(utterance.reading()), true);
  }

  @Override
  public List<TimedPhone> phones(Utterance utterance) {
    return sound(utterance, recipe(utterance)).phones(utterance.reading());
  }

  private Recipe recipe(Utterance utterance) {
    if (utterance.reading().spoken().length() > MOST_CHARACTERS) {
      throw new SpeechException("A sentence of more than 20,000 letters can't be spoken at once.");
    }
    return recipes.computeIfAbsent(utterance.voice().engineVoice(), Recipe::of);
  }

  /** Samples per second at which the sound is played: resampling needs few filters for these. */
  private static int playedAt(Recipe recipe) {
    return (int) (Math.round(KokoroModel.SAMPLE_RATE * recipe.rate() / RATE_STEP) * RATE_STEP);
  }

  private Sounding sound(Utterance utterance, Recipe recipe) {
    Reading reading = utterance.reading();
    boolean korean = reading.language().equals("ko");
    List<Phrase> plan = korean ? Prosody.plan(reading) : List.of();
    List<Symbol> symbols =
        korean
            ? KoreanSymbols.of(plan, reading.kind())
            : EnglishSymbols.of(reading, recipe.accent(), phonemizer, pack.vocabulary());
    List<Target> targets = Phrase.speakable(plan);
    double faster = (double) playedAt(recipe) / KokoroModel.SAMPLE_RATE;
    double speed = utterance.delivery().speed();
    IntToDoubleFunction pauses = pauses(plan, faster / speed);
    var sounding = new Sounding(faster);
    for (Piece piece : Piece.of(symbols, MOST_SYMBOLS_A_PIECE)) {
      speak(piece, targets, recipe, utterance.delivery(), faster, pauses, sounding);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new SpeechException("Speaking was interrupted.");
    }
    return sounding;
  }

  /** Milliseconds of silence after the last word of a phrase, by that word. */
  private static IntToDoubleFunction pauses(List<Phrase> plan, double factor) {
    Map<Integer, Double> after = new HashMap<>();
    for (Phrase phrase : plan) {
      List<Target> targets = phrase.accentual().getLast();
      if (phrase.pauseMillis() > 0) {
        after.put(targets.getLast().word(), (double) phrase.pauseMillis());
      }
    }
    return word -> after.getOrDefault(word, PAUSE_MILLIS) * factor;
  }

  private void speak(
      Piece piece,
      List<Target> targets,
      Recipe recipe,
      Delivery delivery,
      double faster,
      IntToDoubleFunction pauses,
      Sounding sounding) {
    KokoroModel model = pack.model();
    List<Symbol> symbols = piece.symbols();
    long[] numbers = pack.vocabulary().numbers(symbols.stream().map(Symbol::name).toList());
    float[] style = pack.styles().mixed(recipe.styles(), numbers.length);
    var text = new KokoroModel.Text(numbers, style, delivery.speed() * recipe.speed() / faster);
    float[] frames = Timing.of(symbols, model.predict(text).frames(), text.speed(), pauses);
    float[] predicted = model.predict(text, frames).pitch();
    double hertz = recipe.pitch() / faster;
    float[] pitch =
        targets.isEmpty()
            ? Melody.moved(predicted, hertz, delivery.pitch(), recipe.range())
            : Melody.planned(
                symbols,
                targets,
                frames,
                predicted,
                hertz * Math.pow(2, delivery.pitch() / 12),
                recipe.range());
    double rest = piece.pauseAfter() ? pauses.applyAsDouble(symbols.getLast().word()) : 0;
    var times = Times.of(symbols, frames);
    var window = Window.of(times, frames);
    sounding.add(times, window, model.speak(text, frames, pitch, window), rest);
  }

  @Override
  public void close() {
    pack.close();
  }
}
