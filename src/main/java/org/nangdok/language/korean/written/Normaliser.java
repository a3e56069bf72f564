package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Instruction;
import org.nangdok.language.korean.signs.Respelled;
import org.nangdok.language.korean.signs.Respelling;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.sound.Phones;
import org.nangdok.language.korean.words.Draft;
import org.nangdok.language.korean.words.Gap;
import org.nangdok.language.lexicon.LexiconException;
import org.nangdok.language.lexicon.UserLexicon;

/** Written text to spoken words. Thread-safe. */
public final class Normaliser {

  /**
   * A piece of text and the class by which it was read.
   *
   * @param written the characters
   * @param form the class, such as {@code date}
   * @param spoken the reading
   * @param start first character in the sentence
   * @param end one past the last
   */
  public record Step(String written, String form, String spoken, int start, int end) {}

  private static final String CLOSING = "\"')]}」』》〉】〕”’";

  private final List<WrittenForm> forms;
  private final Symbols symbols;
  private final Letters letters;
  private final Phones phones;
  private final Respelling respelling;

  /** Reads its data from {@code voices/lexicon/ko}. */
  public Normaliser(VoicesFolder voices) {
    letters = new Letters(voices);
    phones = new Phones(voices);
    respelling = new Respelling(voices);
    var counters = new Counters(voices);
    symbols = new Symbols(voices);
    forms = inOrder(voices, letters, counters, symbols);
  }

  private Normaliser(Normaliser plain, WrittenForm first) {
    symbols = plain.symbols;
    letters = plain.letters;
    phones = plain.phones;
    respelling = plain.respelling;
    var all = new ArrayList<WrittenForm>();
    all.add(first);
    all.addAll(plain.forms);
    forms = List.copyOf(all);
  }

  /** The same with a user's words before everything else. */
  public Normaliser with(UserLexicon lexicon) {
    return lexicon.entries().isEmpty() ? this : new Normaliser(this, new UserWords(lexicon, this));
  }

  /** Precedence: the first form that matches at a place reads it. */
  private static List<WrittenForm> inOrder(
      VoicesFolder voices, Letters letters, Counters counters, Symbols symbols) {
    var units = new Units(voices);
    return List.of(
        new EmailAddress(letters),
        new WebAddress(letters),
        new Handle(letters),
        new DateForm(),
        new ClockTime(),
        new PhoneNumber(),
        new SerialNumber(),
        new ServiceNumber(voices),
        new NamedDay(voices),
        new MonthForm(),
        new WeekdayForm(),
        new ShortYear(),
        new Fraction(),
        new Score(counters),
        new Money(voices),
        new RomanNumeral(),
        new LatinToken(letters),
        new Ordinal(),
        new EnglishCount(counters),
        new Code(counters, units),
        new Decades(counters, units),
        new Approximate(counters),
        new Measure(counters, units),
        new Hanja(voices),
        new Masked(),
        new HangulRun(),
        symbols);
  }

  /** The spoken words of a sentence of which the author says how parts are read. */
  public List<Draft> words(
      String sentence, List<Instruction> instructions, @Nullable Consumer<Step> listener) {
    Folded folded = Folded.of(sentence);
    if (instructions.isEmpty()) {
      return words(respelled(folded, at -> kept(folded, at), listener), listener);
    }
    Folded respelled =
        respelled(
            folded, at -> Math.max(kept(folded, at), asked(instructions, folded, at)), listener);
    return new Normaliser(this, new Instructed(instructions, respelled, this))
        .words(respelled, listener);
  }

  /**
   * Makes sure that every word of a lexicon can be spoken.
   *
   * @throws LexiconException naming the line that can't
   */
  public void check(UserLexicon lexicon) {
    for (UserLexicon.Entry entry : lexicon.entries()) {
      if (asked(entry.alias(), entry.sounds()).isBlank()) {
        throw new LexiconException(
            lexicon.name(),
            entry.line(),
            "The reading of \""
                + entry.written()
                + "\" can't be spoken; write Hangul, English words or IPA.");
      }
    }
  }

  /** What somebody asked to be read, as Hangul. */
  String asked(String alias, String sounds) {
    if (!sounds.isEmpty()) {
      return phones.toHangul(sounds);
    }
    var spoken = new StringBuilder();
    words(alias, null).forEach(draft -> spoken.append(draft.spoken()).append(' '));
    return spoken.toString();
  }

  /** Letters by their names and digits one by one. */
  String characters(String written) {
    var spoken = new StringBuilder();
    for (String part : written.split("[^A-Za-z0-9가-힣]+")) {
      spoken.append(Hangul.isAllSyllables(part) ? part : letters.spell(part)).append(' ');
    }
    return spoken.toString();
  }

  /**
   * The spoken words of a sentence.
   *
   * @param listener told of each piece that isn't plain Hangul; null when nobody asks
   */
  public List<Draft> words(String sentence, @Nullable Consumer<Step> listener) {
    return words(sentence, List.of(), listener);
  }

  private Folded respelled(
      Folded folded, IntUnaryOperator kept, @Nullable Consumer<Step> listener) {
    Respelled respelled = respelling.of(folded.text(), kept);
    if (listener != null) {
      for (Respelled.Change change : respelled.changes()) {
        if (change.form().equals("gloss")) {
          continue; // told where the bracket is taken
        }
        listener.accept(
            new Step(
                folded.text().substring(change.start(), change.end()),
                change.form(),
                change.text().strip(),
                folded.origin(change.start()),
                folded.end(change.end())));
      }
    }
    return respelled.changes().isEmpty() ? folded : folded.as(respelled);
  }

  /** Where a word of the user's lexicon ends, which is read as it is asked. */
  private int kept(Folded folded, int at) {
    return forms.getFirst() instanceof UserWords words
        ? words.end(new Writing(folded.text()), at)
        : at;
  }

  private static int asked(List<Instruction> instructions, Folded folded, int at) {
    int origin = folded.origin(at);
    for (Instruction one : instructions) {
      if (one.start() == origin && one.end() > origin) {
        return folded.place(one.end());
      }
    }
    return at;
  }

  private List<Draft> words(Folded folded, @Nullable Consumer<Step> listener) {
    var writing = new Writing(folded.text());
    var drafts = new ArrayList<Draft>();
    int at = 0;
    while (at < writing.length()) {
      Match match = match(writing, at);
      if (match == null) {
        widen(drafts, writing.at(at), symbols.gap(writing.at(at)));
        at++;
        continue;
      }
      if (listener != null && !match.form().equals("Hangul")) {
        listener.accept(step(folded, writing, at, match));
      }
      for (Piece piece : match.pieces()) {
        if (Hangul.isAllSyllables(piece.spoken())) {
          drafts.add(
              new Draft(
                  piece.spoken(),
                  folded.origin(piece.start()),
                  Math.max(folded.end(piece.end()), folded.origin(piece.start()) + 1),
                  piece.role(),
                  Gap.NONE));
        }
      }
      at = Math.max(match.end(), at + 1);
    }
    return drafts;
  }

  private @Nullable Match match(Writing writing, int at) {
    if (writing.at(at) == ' ') {
      return null;
    }
    for (WrittenForm form : forms) {
      Match match = form.match(writing, at);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  private static Step step(Folded folded, Writing writing, int at, Match match) {
    var spoken = new StringBuilder();
    match
        .pieces()
        .forEach(piece -> spoken.append(spoken.isEmpty() ? "" : " ").append(piece.spoken()));
    int end = Math.min(match.end(), writing.length());
    return new Step(
        writing.text().substring(at, end),
        match.form(),
        spoken.toString(),
        folded.origin(at),
        folded.end(end));
  }

  private static void widen(List<Draft> drafts, char c, Gap gap) {
    if (drafts.isEmpty()) {
      return;
    }
    Draft last = drafts.getLast();
    Gap wider = gap;
    if (gap == Gap.LIGHT && last.gap() == Gap.NONE && CLOSING.indexOf(c) >= 0) {
      wider = Gap.CLOSED;
    } else if (gap == Gap.SPACE && last.gap() == Gap.CLOSED) {
      wider = Gap.LIGHT;
    }
    if (last.gap().compareTo(wider) < 0) {
      drafts.set(
          drafts.size() - 1,
          new Draft(last.spoken(), last.start(), last.end(), last.role(), wider));
    }
  }
}
