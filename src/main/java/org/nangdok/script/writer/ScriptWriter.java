package org.nangdok.script.writer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Article;
import org.nangdok.article.Dropped;
import org.nangdok.article.Paragraph;
import org.nangdok.script.Explanation;
import org.nangdok.script.Piece;
import org.nangdok.script.Script;
import org.nangdok.script.Speaker;
import org.nangdok.script.Turn;
import org.nangdok.script.Wish;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Token;
import org.nangdok.script.turn.TurnMaker;
import org.nangdok.script.verdict.Judge;
import org.nangdok.script.verdict.Verdict;

/**
 * Writes the script of an article: finds out who says what. Immutable and thread-safe; the text may
 * be anything at all.
 */
public final class ScriptWriter {

  /**
   * Writes an article's script.
   *
   * <p>Never fails: if no turns can be made or they break the invariant of {@link Script}, one
   * narrator reads the whole text and a warning says so.
   */
  public Script write(Article article) {
    return write(article, Wish.AUTO);
  }

  /** Writes an article's script as somebody wishes; see {@link #write(Article)}. */
  public Script write(Article article, Wish wish) {
    List<SourceLine> lines = new ArrayList<>();
    Set<String> headlines = new HashSet<>();
    for (Paragraph paragraph : article.paragraphs()) {
      boolean marked =
          paragraph.kind() == Paragraph.Kind.EMPHASIS
              || paragraph.kind() == Paragraph.Kind.SUBHEADING;
      lines.add(new SourceLine(paragraph.line(), paragraph.text(), marked, paragraph.more()));
      if (paragraph.kind() == Paragraph.Kind.HEADLINE) {
        headlines.add(paragraph.text().strip());
      }
    }
    List<SourceLine> unread = new ArrayList<>();
    for (Dropped dropped : article.dropped()) {
      unread.add(new SourceLine(dropped.line(), dropped.text()));
    }
    Lexicon lexicon = Lexicon.of(article.language());
    TurnMaker maker = new TurnMaker(lexicon);
    Verdict verdict;
    try {
      verdict =
          Verdict.of(
              reading -> maker.make(lines, unread, headlines, firstName(article.byline()), reading),
              new Judge(lexicon),
              wish);
    } catch (RuntimeException e) { // a text that nobody thought of is still read
      return narrated(article, lines, e.getClass().getSimpleName());
    }
    TurnMaker.Made made = verdict.made();
    List<Dropped> dropped = dropped(article, lines, made);
    String broken =
        Invariant.broken(
            lines, made.turns(), dropped.subList(article.dropped().size(), dropped.size()));
    if (broken != null) {
      return narrated(article, lines, broken);
    }
    List<Dropped> sorted = new ArrayList<>(dropped);
    sorted.sort(Comparator.comparingInt(Dropped::line));
    List<String> warnings = new ArrayList<>(article.details().warnings());
    warnings.addAll(made.warnings());
    return new Script(
        article.language(),
        made.turns(),
        sorted,
        credits(article, made),
        warnings,
        verdict.explanation());
  }

  /** Of several authors the first, who most likely is the voice of a report. */
  private static @Nullable String firstName(@Nullable String byline) {
    int comma = byline == null ? -1 : byline.indexOf(',');
    return byline == null || comma < 0 ? byline : byline.substring(0, comma);
  }

  /** The article's dropped lines, then those that no turn speaks. */
  private static List<Dropped> dropped(
      Article article, List<SourceLine> lines, TurnMaker.Made made) {
    List<Dropped> dropped = new ArrayList<>(article.dropped());
    Set<Integer> spoken = new HashSet<>();
    for (Turn turn : made.turns()) {
      spoken.addAll(turn.lines());
    }
    Map<Integer, String> reasons = new HashMap<>();
    for (Token.Silent silent : made.silent()) {
      reasons.putIfAbsent(silent.line(), silent.reason());
    }
    for (SourceLine line : lines) {
      if (!spoken.contains(line.number())) {
        String other = made.repeated().contains(line.number()) ? "duplicate" : "label";
        String reason = reasons.getOrDefault(line.number(), other);
        dropped.add(new Dropped(line.number(), line.text(), reason));
      }
    }
    return dropped;
  }

  private static List<String> credits(Article article, TurnMaker.Made made) {
    Set<String> credits = new LinkedHashSet<>();
    for (Dropped dropped : article.dropped()) {
      if (dropped.reason().equals("credit")) {
        credits.add(dropped.text().strip());
      }
    }
    for (Token.Silent silent : made.silent()) {
      if (silent.reason().equals("credit")) {
        credits.add(silent.text().strip());
      }
    }
    return List.copyOf(credits);
  }

  private static Script narrated(Article article, List<SourceLine> lines, String broken) {
    List<Piece> pieces = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>(article.dropped());
    for (SourceLine line : lines) {
      if (line.text().isBlank()) {
        dropped.add(new Dropped(line.number(), line.text(), "ornament"));
      } else {
        pieces.add(new Piece(line.number(), line.text(), line.more()));
      }
    }
    dropped.sort(Comparator.comparingInt(Dropped::line));
    List<Turn> turns =
        pieces.isEmpty()
            ? List.of()
            : List.of(new Turn(Speaker.NARRATOR, null, null, null, null, "narrator", pieces));
    String warning =
        "Who speaks could not be told safely (" + broken + "), so one narrator reads everything.";
    List<String> warnings = new ArrayList<>(article.details().warnings());
    warnings.add(warning);
    return new Script(article.language(), turns, dropped, List.of(), warnings, Explanation.GIVEN);
  }
}
