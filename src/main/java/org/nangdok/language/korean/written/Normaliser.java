package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Explanation;
import org.nangdok.language.Instruction;
import org.nangdok.language.korean.signs.Respelled;
import org.nangdok.language.korean.signs.Respelling;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.sound.Phones;
import org.nangdok.language.korean.words.Draft;
import org.nangdok.language.lexicon.Evidence;
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
   * @param choice what spoke for this reading, and the readings that lost
   */
  public record Step(
      String written, String form, String spoken, int start, int end, Explanation.Choice choice) {

    /** A step at which nothing else was offered. */
    Step(String written, String form, String spoken, int start, int end) {
      this(
          written,
          form,
          spoken,
          start,
          end,
          new Explanation.Choice(
              written,
              start,
              end,
              new Explanation.Candidate(form, spoken, 0, List.of()),
              List.of()));
    }
  }

  private final List<Lattice.Weighted> forms;
  private final Evidence evidence;
  private final Symbols symbols;
  private final Letters letters;
  private final Phones phones;
  private final Respelling respelling;
  private final Particles particles;

  /** Reads its data from {@code voices/lexicon/ko}. */
  public Normaliser(VoicesFolder voices) {
    letters = new Letters(voices);
    phones = new Phones(voices);
    respelling = new Respelling(voices);
    particles = new Particles(voices);
    var counters = new Counters(voices);
    symbols = new Symbols(voices);
    forms = Precedence.of(voices, letters, counters, symbols);
    evidence = new Evidence(voices, "lexicon/ko/evidence.tsv");
  }

  private Normaliser(Normaliser plain, WrittenForm first) {
    symbols = plain.symbols;
    letters = plain.letters;
    phones = plain.phones;
    respelling = plain.respelling;
    particles = plain.particles;
    evidence = plain.evidence;
    var all = new ArrayList<Lattice.Weighted>();
    all.add(new Lattice.Weighted(first, Precedence.ASKED));
    all.addAll(plain.forms);
    forms = List.copyOf(all);
  }

  /** The same with a user's words before everything else. */
  public Normaliser with(UserLexicon lexicon) {
    return lexicon.entries().isEmpty() ? this : new Normaliser(this, new UserWords(lexicon, this));
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
    return forms.getFirst().form() instanceof UserWords words
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
    var drafts = new Drafts(folded);
    var lattice = new Lattice(forms, evidence, writing);
    int at = 0;
    for (Lattice.Offer offer : lattice.path()) {
      for (; at < offer.start(); at++) {
        drafts.sign(writing.at(at), symbols.gap(writing.at(at)));
      }
      if (listener != null && !offer.match().form().equals("Hangul")) {
        listener.accept(step(folded, writing, offer, lattice.lost(offer)));
      }
      drafts.add(offer.match());
      at = Math.max(offer.match().end(), at + 1);
    }
    for (; at < writing.length(); at++) {
      drafts.sign(writing.at(at), symbols.gap(writing.at(at)));
    }
    particles.fit(drafts.list());
    return drafts.list();
  }

  private static Step step(
      Folded folded, Writing writing, Lattice.Offer offer, List<Lattice.Offer> lost) {
    Match match = offer.match();
    int end = Math.min(match.end(), writing.length());
    String written = writing.text().substring(offer.start(), end);
    int from = folded.origin(offer.start());
    int to = folded.end(end);
    var choice =
        new Explanation.Choice(
            written, from, to, reading(offer), lost.stream().map(Normaliser::reading).toList());
    return new Step(written, match.form(), match.spoken(), from, to, choice);
  }

  private static Explanation.Candidate reading(Lattice.Offer offer) {
    return new Explanation.Candidate(
        offer.match().form(),
        offer.match().spoken(),
        Math.round(offer.weight() * 100) / 100.0,
        offer.reasons());
  }
}
