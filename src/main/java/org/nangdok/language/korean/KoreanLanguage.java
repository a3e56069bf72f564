package org.nangdok.language.korean;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Explanation;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Meanings;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.korean.sound.Phones;
import org.nangdok.language.korean.words.Draft;
import org.nangdok.language.korean.words.KoreanLexicon;
import org.nangdok.language.korean.words.KoreanWords;
import org.nangdok.language.korean.words.TaggedWord;
import org.nangdok.language.korean.written.Normaliser;
import org.nangdok.language.lexicon.Fingerprint;
import org.nangdok.language.lexicon.UserLexicon;

/**
 * Korean. Each spoken word's pronunciation is Hangul, one syllable for each that is heard, with
 * codas ㄱ ㄴ ㄷ ㄹ ㅁ ㅂ ㅇ only; a word has at most 24 syllables, an intonational phrase under 80.
 */
public final class KoreanLanguage implements Language {

  /** Changes with the rules in code; the lexicons have their fingerprint. */
  private static final String RULES = "ko-1";

  private final Normaliser normaliser;
  private final KoreanWords words;
  private final Phones phones;
  private final Meanings meanings;
  private final String version;

  /**
   * Reads and checks the data in {@code voices/lexicon/ko}.
   *
   * @throws org.nangdok.language.lexicon.LexiconException naming file and line of the first mistake
   */
  public KoreanLanguage(VoicesFolder voices) {
    normaliser = new Normaliser(voices);
    words = new KoreanWords(new KoreanLexicon(voices));
    phones = new Phones(voices);
    meanings = new Meanings(voices, "lexicon/ko/rules.tsv");
    version = RULES + "-" + Fingerprint.of(voices, "lexicon/ko");
  }

  private KoreanLanguage(KoreanLanguage plain, UserLexicon lexicon) {
    normaliser = plain.normaliser.with(lexicon);
    words = plain.words;
    phones = plain.phones;
    meanings = plain.meanings;
    version = plain.version + "-" + Fingerprint.of(lexicon);
  }

  @Override
  public KoreanLanguage with(UserLexicon lexicon) {
    return lexicon.entries().isEmpty() ? this : new KoreanLanguage(this, lexicon);
  }

  /**
   * Makes sure that every word of a lexicon can be spoken.
   *
   * @throws org.nangdok.language.lexicon.LexiconException naming the line that can't
   */
  public void check(UserLexicon lexicon) {
    normaliser.check(lexicon);
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
    return version;
  }

  @Override
  public List<TextRange> sentences(String text) {
    return KoreanSentences.split(text);
  }

  @Override
  public Reading read(String sentence) {
    return read(sentence, List.of());
  }

  @Override
  public Reading read(String sentence, List<Instruction> instructions) {
    List<SpokenWord> spoken = words.spoken(normaliser.words(sentence, instructions, null), null);
    return new Reading(sentence, tag(), SentenceKind.of(sentence, spoken), spoken);
  }

  /** The words of a sentence with their parts of speech, in the order of {@link #read}. */
  public List<TaggedWord> tagged(String sentence) {
    return words.tagged(normaliser.words(sentence, List.of(), null), null);
  }

  @Override
  public boolean follows(Instruction instruction) {
    return instruction.kind() != Instruction.Kind.SAY_AS
        || Instruction.TEXTS.contains(instruction.value());
  }

  @Override
  public Explanation explain(String text) {
    return explain(text, List.of());
  }

  @Override
  public Explanation explain(String text, List<Instruction> instructions) {
    var steps = new ArrayList<Explanation.Step>();
    var forms = new ArrayList<Normaliser.Step>();
    List<Draft> drafts = normaliser.words(text, instructions, forms::add);
    forms.forEach(form -> steps.add(meanings.step(form.form(), form.written(), form.spoken())));
    List<SpokenWord> spoken =
        words.spoken(
            drafts,
            change -> steps.add(meanings.step(change.rule(), change.before(), change.after())));
    Reading reading = new Reading(text, tag(), SentenceKind.of(text, spoken), spoken);
    return new Explanation(
        reading.spoken(),
        reading.pronounced(),
        phones.of(reading.pronounced()),
        spoken.stream().map(word -> word(word, text, forms)).toList(),
        steps,
        forms.stream()
            .map(Normaliser.Step::choice)
            .filter(choice -> !choice.lost().isEmpty())
            .toList());
  }

  private Explanation.Word word(SpokenWord word, String text, List<Normaliser.Step> forms) {
    String form =
        forms.stream()
            .filter(step -> step.start() <= word.start() && word.start() < step.end())
            .map(Normaliser.Step::form)
            .findFirst()
            .orElse("word");
    return new Explanation.Word(
        text.substring(word.start(), word.end()),
        form,
        word.spoken(),
        word.pronounced(),
        phones.of(word.pronounced()),
        word.start(),
        word.end(),
        word.boundary());
  }
}
