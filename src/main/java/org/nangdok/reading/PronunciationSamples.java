package org.nangdok.reading;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/** Lets a single sentence be heard, so that people can try how it is read. Thread-safe. */
public final class PronunciationSamples {

  private final Catalogue catalogue;
  private final Function<String, Optional<String>> engineVersions;
  private final ClipMaker maker;

  /**
   * @param engineVersions a running engine's version by its name
   */
  public PronunciationSamples(
      Catalogue catalogue, Function<String, Optional<String>> engineVersions, ClipMaker maker) {
    this.catalogue = catalogue;
    this.engineVersions = engineVersions;
    this.maker = maker;
  }

  /**
   * Speaks a sentence and keeps its clip.
   *
   * @param voice id of a voice; the language's first if null
   * @return the clip's key
   * @throws ReadingException if there is no such voice, it is loading, or nothing can be spoken
   */
  public ClipKey speak(
      String sentence, Language language, List<Instruction> instructions, @Nullable String voice)
      throws InterruptedException {
    Voice speaking = voice(language, voice);
    String engine =
        engineVersions
            .apply(speaking.engine())
            .orElseThrow(
                () ->
                    new ReadingException(
                        "voice.loading",
                        "The voice is still loading. Try again in a few seconds."));
    var utterance =
        new Utterance(
            language.read(sentence, instructions),
            language.version(),
            speaking,
            Delivery.PLAIN,
            Duration.ZERO);
    ClipKey key = ClipKey.of(utterance, engine, ClipEncoder.FORMAT);
    SentenceState state = maker.make(new PlannedSentence(0, 0, false, utterance, key));
    if (state instanceof SentenceState.Skipped skipped) {
      throw new ReadingException("reading.nothing-to-say", skipped.sentence());
    }
    return key;
  }

  private Voice voice(Language language, @Nullable String id) {
    Optional<Voice> found =
        id == null
            ? catalogue.speaking(language.tag()).stream().findFirst()
            : catalogue.find(id).filter(named -> speaks(named, language));
    return found.orElseThrow(
        () ->
            new ReadingException(
                "voice.no-language",
                "No such voice speaks " + language.tag() + "; GET /api/voices lists them."));
  }

  private static boolean speaks(Voice voice, Language language) {
    return Locale.forLanguageTag(voice.language()).getLanguage().equals(language.tag());
  }
}
