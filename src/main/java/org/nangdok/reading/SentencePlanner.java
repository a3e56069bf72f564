package org.nangdok.reading;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Languages;
import org.nangdok.language.Reading;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/** Decides for one sentence which language reads it, who speaks it and what its clip is called. */
final class SentencePlanner {

  private static final String LOADING =
      "A voice that this text needs is still loading. Try again in a few seconds.";

  private final Catalogue catalogue;
  private final Function<String, Optional<String>> engineVersions;

  /**
   * @param engineVersions a running engine's version by its name
   */
  SentencePlanner(Catalogue catalogue, Function<String, Optional<String>> engineVersions) {
    this.catalogue = catalogue;
    this.engineVersions = engineVersions;
  }

  /** A long sentence in another language is spoken by a voice of that language, if there is one. */
  Utterance utterance(
      String sentence,
      List<Instruction> instructions,
      Languages own,
      Language language,
      Voice voice,
      Delivery delivery,
      Duration pause) {
    Language written = own.ofSentence(sentence, language);
    Voice speaking = written.tag().equals(language.tag()) ? voice : speaker(written.tag(), voice);
    Language spoken = speaking.equals(voice) ? language : written;
    Reading reading = spoken.read(sentence, instructions);
    return new Utterance(reading, spoken.version(), speaking, delivery, pause);
  }

  /**
   * A sentence of a part whose source says that it is in another language than the rest: a voice of
   * that language speaks it, whatever its length, if there is one.
   *
   * @param part the part's language
   */
  Utterance foreign(
      String sentence,
      Languages own,
      Language part,
      Voice voice,
      Delivery delivery,
      Duration pause) {
    return utterance(sentence, List.of(), own, part, speaker(part.tag(), voice), delivery, pause);
  }

  /**
   * A voice of a language, of the same sex as another one where there is one, the most natural of
   * those; the other one if nobody speaks it.
   */
  Voice speaker(String language, Voice own) {
    if (!catalogue.languages().contains(language)) {
      return own;
    }
    List<Voice> voices = catalogue.speaking(language);
    return voices.stream()
        .min(
            Comparator.<Voice, Boolean>comparing(voice -> voice.gender() != own.gender())
                .thenComparing(voice -> -catalogue.quality(voice)))
        .orElse(own);
  }

  /**
   * The same with its clip's name.
   *
   * @throws ReadingException with code {@code voice.loading} if the voice isn't running yet
   */
  PlannedSentence planned(int index, int line, boolean heading, Utterance utterance) {
    String engine =
        engineVersions
            .apply(utterance.voice().engine())
            .orElseThrow(() -> new ReadingException("voice.loading", LOADING));
    ClipKey key = ClipKey.of(utterance, engine, ClipEncoder.FORMAT);
    return new PlannedSentence(index, line, heading, utterance, key);
  }
}
