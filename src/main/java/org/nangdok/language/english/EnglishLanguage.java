package org.nangdok.language.english;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Explanation;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.lexicon.Fingerprint;
import org.nangdok.language.lexicon.Meanings;
import org.nangdok.language.lexicon.UserLexicon;

/** English: plain words of letters only, which an English engine can't misread. Thread-safe. */
public final class EnglishLanguage implements Language {

  private static final int WINDOW = 120;
  private static final int LONGEST_WORD = 40;
  private static final Pattern OPEN_QUESTION =
      Pattern.compile("(?i)\\W*(?:who|whom|whose|what|when|where|why|which|how)\\b.*");

  private final EnglishForms forms;
  private final EnglishWords words;
  private final Meanings meanings;
  private final String version;

  /** Reads and checks the data in {@code voices/lexicon/en}. */
  public EnglishLanguage(VoicesFolder voices) {
    words = new EnglishWords(voices);
    forms = new EnglishForms(words);
    meanings = new Meanings(voices, "lexicon/en/rules.tsv");
    version = "en-1-" + Fingerprint.of(voices, "lexicon/en");
  }

  private EnglishLanguage(EnglishLanguage plain, UserLexicon lexicon) {
    words = plain.words;
    meanings = plain.meanings;
    forms = new EnglishForms(words, lexicon);
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
    var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    var sentences = new ArrayList<TextRange>();
    int start = 0;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (end < text.length() && endsInAbbreviation(text.substring(start, end))) {
        continue;
      }
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        sentences.add(new TextRange(from, to));
      }
      start = end;
    }
    return sentences;
  }

  private boolean endsInAbbreviation(String sentence) {
    if (sentence.endsWith("\n")) {
      return false;
    }
    String end = sentence.strip();
    String last = end.substring(end.lastIndexOf(' ') + 1);
    boolean initial = last.matches("[A-Z]\\.");
    return initial || last.endsWith(".") && words.abbreviation(last).isPresent();
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
            .toList());
  }

  /** A written form that was read: its class, its place and its reading. */
  private record FormStep(String form, int start, int end, String spoken) {}

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
      EnglishInstructed.Part part = asked.at(at);
      if (part != null) {
        steps.add(new FormStep("instruction", at, part.end(), part.words()));
        add(part.words(), at, part.end(), spoken);
        at = part.end();
        continue;
      }
      int end = form(sentence, at, spoken, steps);
      if (end > at) {
        at = end;
        continue;
      }
      if (",;:—–…()\"“”!?\n".indexOf(sentence.charAt(at)) >= 0) {
        boundary(spoken, Boundary.INTONATIONAL);
      }
      at++;
    }
    boundary(spoken, Boundary.UTTERANCE);
    return spoken;
  }

  private int form(String sentence, int at, List<SpokenWord> spoken, List<FormStep> steps) {
    if (Character.isWhitespace(sentence.charAt(at))) {
      return at;
    }
    for (EnglishForms.Form form : forms.inOrder()) {
      Matcher matcher =
          form.pattern()
              .matcher(sentence)
              .region(at, Math.min(sentence.length(), at + WINDOW))
              .useTransparentBounds(true)
              .useAnchoringBounds(false);
      if (!matcher.lookingAt()) {
        continue;
      }
      String reading = form.reader().read(matcher.toMatchResult());
      if (reading == null) {
        continue;
      }
      if (!form.name().equals("word")) {
        steps.add(new FormStep(form.name(), at, matcher.end(), reading));
      }
      add(reading, at, matcher.end(), spoken);
      return matcher.end();
    }
    return at;
  }

  private static void add(String reading, int start, int end, List<SpokenWord> spoken) {
    for (String word : reading.split(" +")) {
      for (int from = 0; from < word.length(); from += LONGEST_WORD) {
        String part = word.substring(from, Math.min(word.length(), from + LONGEST_WORD));
        spoken.add(new SpokenWord(part, part, start, end, Boundary.WORD));
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
