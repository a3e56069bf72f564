package org.nangdok.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads pasted or captured text as an article: its lines are judged by the grammar, second copies
 * are left out. Lines are numbered as sent; blank ones count and appear nowhere. Immutable.
 */
final class TextReader {

  private static final Pattern NO_HEADLINE =
      Pattern.compile(
          "[-―─–—◇◆○●■□▶▷<〈【◀>*#=(“\"'].*|[^ :：]{1,30}( [^ :：]{1,20}){0,2} ?[:：].*|[QA문답][.:)] ?.*|\\d.*|[\\p{Lu}\\d\\p{P} ]{2,60}");

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
    List<String> lines = List.of(text.split("\n", -1)).stream().map(TextReader::withoutCr).toList();
    List<String> folded = lines.stream().map(LineText::fold).toList();
    List<Verdict> verdicts = verdicts(folded);
    int headline = headline(folded, verdicts);
    String title = headline < 0 ? "" : folded.get(headline);
    List<Paragraph> paragraphs = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (folded.get(i).isEmpty()) {
        continue;
      }
      if (i == headline) {
        paragraphs.add(new Paragraph(i, title, Paragraph.Kind.HEADLINE));
      } else if (verdicts.get(i) instanceof Verdict.Stays stays) {
        if (headline >= 0 && repeats(title, folded.get(i))) {
          dropped.add(new Dropped(i, lines.get(i), "duplicate"));
        } else {
          paragraphs.add(new Paragraph(i, folded.get(i), stays.kind()));
        }
      } else if (verdicts.get(i) instanceof Verdict.Goes goes) {
        dropped.add(new Dropped(i, lines.get(i), goes.reason()));
      }
    }
    if (paragraphs.isEmpty()) {
      throw new ArticleException(ArticleException.Reason.EMPTY);
    }
    String body = String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
    return new Article(
        null, title, byline(dropped), null, language.of(body), null, paragraphs, dropped);
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
    BitSet surplus = new DuplicateRuns(keys, labels).surplus();
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
  private static int headline(List<String> folded, List<Verdict> verdicts) {
    for (int i = 0; i < folded.size(); i++) {
      if (folded.get(i).isEmpty() || !verdicts.get(i).isRead()) {
        continue;
      }
      String line = folded.get(i);
      boolean plain =
          verdicts.get(i) instanceof Verdict.Stays stays
              && stays.kind() == Paragraph.Kind.BODY
              && LineText.weight(line) >= 8
              && LineText.weight(line) <= 220
              && !NO_HEADLINE.matcher(line).matches();
      boolean more = folded.stream().skip(i + 1L).anyMatch(next -> !next.isEmpty());
      boolean dated = dateFollows(folded, verdicts, i + 1);
      return plain && more && (dated || !LineText.endsSentence(line)) ? i : -1;
    }
    return -1;
  }

  private static boolean dateFollows(List<String> folded, List<Verdict> verdicts, int from) {
    int near = 0;
    for (int i = from; i < folded.size() && near < 3; i++) {
      if (verdicts.get(i) instanceof Verdict.Goes goes
          && (goes.reason().equals("date") || goes.reason().equals("byline"))) {
        return true;
      }
      near += folded.get(i).isEmpty() ? 0 : 1;
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
        .map(line -> Byline.nameIn(line.text()))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static String withoutCr(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
