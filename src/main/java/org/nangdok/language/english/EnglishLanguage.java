package org.nangdok.language.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Explanation;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Meanings;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.lexicon.Evidence;
import org.nangdok.language.lexicon.Fingerprint;
import org.nangdok.language.lexicon.UserLexicon;

/** English: plain words of letters only, which an English engine can't misread. Thread-safe. */
public final class EnglishLanguage implements Language {

  private static final int LONGEST_WORD = 40;
  private static final String NOTE =
      "How the words sound is decided by the voice; only where `pronounced` differs from `spoken`"
          + " it is told by respelling.";
  private static final Pattern OPEN_QUESTION =
      Pattern.compile("(?i)\\W*(?:who|whom|whose|what|when|where|why|which|how)\\b.*");

  private final EnglishForms forms;
  private final EnglishWords words;
  private final EnglishSentences sentences;
  private final Evidence evidence;
  private final Meanings meanings;
  private final String version;

  /** Reads and checks the data in {@code voices/lexicon/en}. */
  public EnglishLanguage(VoicesFolder voices) {
    words = new EnglishWords(voices);
    sentences = new EnglishSentences(voices, words);
    forms = new EnglishForms(words);
    evidence = new Evidence(voices, "lexicon/en/evidence.tsv");
    meanings = new Meanings(voices, "lexicon/en/rules.tsv");
    version = "en-2-" + Fingerprint.of(voices, "lexicon/en");
  }

  private EnglishLanguage(EnglishLanguage plain, UserLexicon lexicon) {
    words = plain.words;
    sentences = plain.sentences;
    meanings = plain.meanings;
    forms = new EnglishForms(plain.forms, lexicon);
    evidence = plain.evidence;
    version = plain.version + "-" + Fingerprint.of(lexicon);
  }

  @Override
  public EnglishLanguage with(UserLexicon lexicon) {
    return lexicon.entries().isEmpty() ? this : new EnglishLanguage(this, lexicon);
  }

  @Override
  public String tag() {
    return "en";
  }

  @Override
  public boolean isLatin() {
    return true;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<TextRange> sentences(String text) {
    return sentences.split(text);
  }

  @Override
  public Reading read(String sentence) {
    return read(sentence, List.of());
  }

  @Override
  public Reading read(String sentence, List<Instruction> instructions) {
    var asked = new EnglishInstructed(sentence, instructions);
    return new Reading(sentence, tag(), kind(sentence), words(sentence, asked, new ArrayList<>()));
  }

  @Override
  public boolean follows(Instruction instruction) {
    return switch (instruction.kind()) {
      case SUB -> true;
      case PHONEME -> false; // the engine is given words
      case SAY_AS -> Instruction.TEXTS.contains(instruction.value());
    };
  }

  @Override
  public Explanation explain(String text) {
    return explain(text, List.of());
  }

  @Override
  public Explanation explain(String text, List<Instruction> instructions) {
    var steps = new ArrayList<FormStep>();
    var asked = new EnglishInstructed(text, instructions);
    var reading = new Reading(text, tag(), kind(text), words(text, asked, steps));
    return new Explanation(
        reading.spoken(),
        reading.pronounced(),
        "",
        reading.words().stream().map(word -> word(word, text, steps)).toList(),
        steps.stream()
            .map(s -> meanings.step(s.form, text.substring(s.start, s.end), s.spoken))
            .toList(),
        steps.stream()
            .map(FormStep::choice)
            .filter(Objects::nonNull)
            .filter(choice -> !choice.lost().isEmpty())
            .toList(),
        NOTE);
  }

  /** A written form that was read: its class, its place, its reading and what lost. */
  private record FormStep(
      String form, int start, int end, String spoken, Explanation.@Nullable Choice choice) {}

  private static Explanation.Word word(SpokenWord word, String text, List<FormStep> steps) {
    String form =
        steps.stream()
            .filter(step -> step.start <= word.start() && word.start() < step.end)
            .map(FormStep::form)
            .findFirst()
            .orElse("word");
    return new Explanation.Word(
        text.substring(word.start(), word.end()),
        form,
        word.spoken(),
        word.pronounced(),
        "",
        word.start(),
        word.end(),
        word.boundary());
  }

  private List<SpokenWord> words(String sentence, EnglishInstructed asked, List<FormStep> steps) {
    var spoken = new ArrayList<SpokenWord>();
    int at = 0;
    while (at < sentence.length()) {
      int next = asked.next(at, sentence.length());
      stretch(sentence, at, next, spoken, steps);
      EnglishInstructed.Part part = asked.at(next);
      if (part != null) {
        steps.add(new FormStep("instruction", next, part.end(), part.words(), null));
        add(part.words(), "", next, part.end(), spoken);
        next = part.end();
      }
      at = next;
    }
    boundary(spoken, Boundary.UTTERANCE);
    return spoken;
  }

  /** Reads what stands between two things that the author said how to read. */
  private void stretch(
      String sentence, int from, int to, List<SpokenWord> spoken, List<FormStep> steps) {
    String text = sentence.substring(0, to);
    var lattice = new EnglishLattice(forms.inOrder(), evidence, text, from);
    int at = from;
    for (EnglishLattice.Offer offer : lattice.path()) {
      signs(text, at, offer.start(), spoken);
      List<EnglishLattice.Offer> lost = lattice.lost(offer);
      if (!offer.form().name().equals("word")) {
        steps.add(step(text, offer, lost));
      }
      add(offer.spoken(), offer.form().sounds(), offer.start(), offer.end(), spoken);
      at = offer.end();
    }
    signs(text, at, to, spoken);
  }

  private static FormStep step(
      String text, EnglishLattice.Offer offer, List<EnglishLattice.Offer> lost) {
    var choice =
        new Explanation.Choice(
            text.substring(offer.start(), offer.end()),
            offer.start(),
            offer.end(),
            offer.candidate(),
            lost.stream().map(EnglishLattice.Offer::candidate).toList());
    return new FormStep(offer.form().name(), offer.start(), offer.end(), offer.spoken(), choice);
  }

  private static void signs(String text, int from, int to, List<SpokenWord> spoken) {
    for (int at = from; at < to; at++) {
      char sign = text.charAt(at);
      if (",;:—–…()\"“”!?\n".indexOf(sign) >= 0) {
        boundary(spoken, Boundary.INTONATIONAL);
      }
    }
  }

  private void add(String reading, String sounds, int start, int end, List<SpokenWord> spoken) {
    for (String word : reading.split(" +")) {
      for (int from = 0; from < word.length(); from += LONGEST_WORD) {
        String part = word.substring(from, Math.min(word.length(), from + LONGEST_WORD));
        boolean written = end - start == part.length();
        String sounded =
            !sounds.isEmpty() ? sounds : written ? words.known(part) : words.sounds(part);
        spoken.add(new SpokenWord(part, sounded, start, end, Boundary.WORD));
      }
    }
  }

  private static void boundary(List<SpokenWord> spoken, Boundary boundary) {
    if (!spoken.isEmpty()) {
      SpokenWord last = spoken.removeLast();
      spoken.add(
          new SpokenWord(last.spoken(), last.pronounced(), last.start(), last.end(), boundary));
    }
  }

  private static Reading.Kind kind(String sentence) {
    String end = sentence.substring(Math.max(0, sentence.length() - 3));
    if (end.contains("?")) {
      return OPEN_QUESTION.matcher(sentence).lookingAt()
          ? Reading.Kind.WH_QUESTION
          : Reading.Kind.YES_NO_QUESTION;
    }
    return end.contains("!") ? Reading.Kind.EXCLAMATION : Reading.Kind.STATEMENT;
  }
}
