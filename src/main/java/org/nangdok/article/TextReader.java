package org.nangdok.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleException.Reason;
import org.nangdok.article.pasted.Pasted;
import org.nangdok.article.pasted.PastedText;

/**
 * Reads pasted or captured text as an article: a form such as that of subtitles is taken off, the
 * lines are judged by the grammar, second copies are left out. Lines are numbered as sent; blank
 * ones count and appear nowhere. Immutable.
 */
final class TextReader {

  private static final Pattern NO_HEADLINE =
      Pattern.compile(
          "[-―─–—◇◆○●■□▶▷<〈【◀>*#=(“\"'].*|[^ :：]{1,30}( [^ :：]{1,20}){0,2} ?[:：].*|[QA문답][.:)] ?.*|\\d.*|[\\p{Lu}\\d\\p{P} ]{2,60}");

  /** Forms of text that have no headline. */
  private static final Set<String> NO_HEADLINES = Set.of("subtitles", "messages");

  private final LineGrammar grammar;
  private final TextLanguage language;

  TextReader(LineGrammar grammar, TextLanguage language) {
    this.grammar = grammar;
    this.language = language;
  }

  /**
   * @throws ArticleException if no line is left to read
   */
  Article read(String text) {
    List<String> sent = List.of(text.split("\n", -1)).stream().map(TextReader::withoutCr).toList();
    Optional<Pasted> pasted = PastedText.read(sent);
    if (pasted.isPresent()) {
      Optional<Article> article = of(text, pasted.get());
      if (article.isPresent()) {
        return article.get();
      }
    }
    return of(text, plain(sent)).orElseThrow(() -> new ArticleException(Reason.EMPTY));
  }

  private static Pasted plain(List<String> sent) {
    List<Pasted.Line> lines = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (!LineText.fold(sent.get(i)).isEmpty()) {
        lines.add(new Pasted.Line(i, sent.get(i)));
      }
    }
    return new Pasted("", lines, List.of());
  }

  /** The article, unless nothing of it is left or, for a text with a form, its account is wrong. */
  private Optional<Article> of(String text, Pasted pasted) {
    List<Pasted.Line> lines = pasted.lines();
    List<String> folded = lines.stream().map(line -> LineText.fold(line.text())).toList();
    List<Verdict> verdicts = verdicts(folded);
    boolean talk = NO_HEADLINES.contains(pasted.form());
    int headline = talk ? -1 : headline(folded, verdicts);
    String title = headline < 0 ? "" : folded.get(headline);
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    for (Pasted.Left left : pasted.left()) {
      dropped.add(new Dropped(left.number(), left.text(), left.reason()));
    }
    for (int i = 0; i < lines.size(); i++) {
      Pasted.Line line = lines.get(i);
      if (i == headline) {
        paragraphs.add(new Paragraph(line.number(), title, Paragraph.Kind.HEADLINE, line.more()));
      } else if (verdicts.get(i) instanceof Verdict.Goes goes) {
        dropped.add(new Dropped(line.number(), line.text(), goes.reason()));
      } else if (headline >= 0 && repeats(title, folded.get(i))) {
        dropped.add(new Dropped(line.number(), line.text(), "duplicate"));
      } else if (verdicts.get(i) instanceof Verdict.Stays stays) {
        add(line, folded.get(i), stays.kind(), paragraphs, dropped);
      }
    }
    dropped.sort(Comparator.comparingInt(Dropped::line));
    boolean wrong = !pasted.form().isEmpty() && !LineLedger.isBalanced(text, paragraphs, dropped);
    if (paragraphs.isEmpty() || wrong) {
      return Optional.empty();
    }
    String body = String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
    return Optional.of(
        new Article(
            null,
            title,
            byline(dropped),
            null,
            language.of(body),
            null,
            paragraphs,
            dropped,
            Details.ofText(pasted.form())));
  }

  private static void add(
      Pasted.Line line,
      String text,
      Paragraph.Kind kind,
      List<Paragraph> paragraphs,
      List<Dropped> dropped) {
    Optional<GluedEnd> glued = GluedEnd.of(text);
    String words = glued.map(GluedEnd::text).orElse(text);
    paragraphs.add(new Paragraph(line.number(), words, kind, line.more()));
    glued.ifPresent(end -> dropped.add(new Dropped(line.number(), end.piece(), "byline")));
  }

  /** Judges the lines without the second copies first, so that edges are where they seem to be. */
  private List<Verdict> verdicts(List<String> folded) {
    List<String> keys = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (String line : folded) {
      boolean furniture = grammar.furniture(line).isPresent();
      keys.add(furniture ? "" : LineText.key(line));
      labels.add(!furniture && grammar.kind(line) == Paragraph.Kind.LABEL);
    }
    BitSet surplus = new SecondCopies(keys, labels).surplus();
    List<Integer> places = new ArrayList<>();
    List<String> once = new ArrayList<>();
    for (int i = 0; i < folded.size(); i++) {
      if (!surplus.get(i)) {
        places.add(i);
        once.add(folded.get(i));
      }
    }
    List<Verdict> judged = grammar.judge(once);
    List<Verdict> verdicts = new ArrayList<>();
    for (String line : folded) {
      verdicts.add(grammar.furniture(line).map(Verdict::goes).orElse(Verdict.goes("duplicate")));
    }
    for (int i = 0; i < places.size(); i++) {
      verdicts.set(places.get(i), judged.get(i));
    }
    return verdicts;
  }

  /** The line of the headline, or -1: the first line that is read, unless it is a sentence. */
  private int headline(List<String> folded, List<Verdict> verdicts) {
    for (int i = 0; i < folded.size(); i++) {
      String line = folded.get(i);
      boolean more = i + 1 < folded.size();
      boolean dated = dateFollows(folded, verdicts, i + 1);
      // A headline may have the form of a heading over links: nothing stands before it.
      boolean first =
          i == 0
              && grammar.furniture(line).isEmpty()
              && (dated || (more && LineText.isRunning(folded.get(1))));
      if (!verdicts.get(i).isRead() && !first) {
        continue;
      }
      boolean plain =
          grammar.kind(line) == Paragraph.Kind.BODY
              && LineText.weight(line) >= 8
              && LineText.weight(line) <= 220
              && !NO_HEADLINE.matcher(line).matches();
      boolean verse = more && !dated && startsSmall(folded.get(i + 1));
      return plain && more && !verse && (dated || !LineText.endsSentence(line)) ? i : -1;
    }
    return -1;
  }

  /** Whether a line goes on with what the line before it has begun. */
  private static boolean startsSmall(String line) {
    return !line.isEmpty() && Character.isLowerCase(line.charAt(0));
  }

  private static boolean dateFollows(List<String> folded, List<Verdict> verdicts, int from) {
    for (int i = from; i < Math.min(folded.size(), from + 3); i++) {
      if (verdicts.get(i) instanceof Verdict.Goes goes
          && (goes.reason().equals("date") || goes.reason().equals("byline"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean repeats(String title, String line) {
    String key = LineText.key(title);
    return LineText.weight(key) >= 12 && key.equals(LineText.key(line));
  }

  private @Nullable String byline(List<Dropped> dropped) {
    return dropped.stream()
        .filter(line -> line.reason().equals("byline"))
        .map(line -> Byline.namesIn(line.text()))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static String withoutCr(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
