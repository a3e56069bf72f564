package org.nangdok.language.korean;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Explanation;
import org.nangdok.language.Language;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.korean.sound.SoundChange;
import org.nangdok.language.korean.words.KoreanLexicon;
import org.nangdok.language.korean.words.KoreanWords;
import org.nangdok.language.korean.written.Normaliser;

/**
 * Korean. Each spoken word's pronunciation is Hangul, one syllable for each that is heard, with
 * codas ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅇ only; a word has at most 24 syllables, an intonational phrase under 80.
 */
public final class KoreanLanguage implements Language {

  private final Normaliser normaliser;
  private final KoreanWords words;

  /**
   * Reads and checks the data in {@code voices/lexicon/ko}.
   *
   * @throws org.nangdok.language.lexicon.LexiconException naming file and line of the first mistake
   */
  public KoreanLanguage(VoicesFolder voices) {
    normaliser = new Normaliser(voices);
    words = new KoreanWords(new KoreanLexicon(voices));
  }

  /** Loads the part-of-speech dictionary (about half a second); else the first sentence waits. */
  public void warmUp() {
    words.warmUp();
  }

  @Override
  public String tag() {
    return "ko";
  }

  @Override
  public String version() {
    return "ko-1";
  }

  @Override
  public List<TextRange> sentences(String text) {
    return KoreanSentences.split(text);
  }

  @Override
  public Reading read(String sentence) {
    List<SpokenWord> spoken = words.spoken(normaliser.words(sentence, null), null);
    return new Reading(sentence, tag(), SentenceKind.of(sentence, spoken), spoken);
  }

  /** Reads a text as a whole and tells each step from writing to sound. */
  public Explanation explain(String text) {
    var steps = new ArrayList<Explanation.Step>();
    List<SpokenWord> spoken =
        words.spoken(
            normaliser.words(
                text,
                step ->
                    steps.add(
                        new Explanation.Step(step.form(), step.written(), step.spoken(), ""))),
            change -> steps.add(step(change)));
    Reading reading = new Reading(text, tag(), SentenceKind.of(text, spoken), spoken);
    return new Explanation(reading.spoken(), reading.pronounced(), "", steps);
  }

  private static Explanation.Step step(SoundChange change) {
    return new Explanation.Step(change.rule(), change.before(), change.after(), "");
  }
}
