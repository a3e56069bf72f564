package org.nangdok.article;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageLines;
import org.nangdok.article.html.PageScan;
import org.nangdok.article.html.Times;

/**
 * The lines of a page sorted into paragraphs and dropped ones, once a proposal is chosen.
 *
 * <p>Lines are numbered as the page shows them; a headline that the page doesn't show comes first,
 * and text out of scripts comes after all visible lines.
 */
final class ArticleLines {

  /** The article's date stands at most so many lines from its text. */
  private static final int DATE_NEAR = 25;

  /** The name of a section before a headline has at most so many letters. */
  private static final int KICKER = 40;

  /** A year beside this is of the outlet's rights, not of the article. */
  private static final Pattern COPYRIGHT =
      Pattern.compile("[©ⓒ]|\\(c\\)|copyright|저작권", Pattern.CASE_INSENSITIVE);

  private final LineGrammar grammar;
  private final PageFurniture furniture;
  private final PageScan scan;
  private final Candidate candidate;
  private final String title;
  private final BiFunction<List<String>, List<Boolean>, BitSet> secondCopies;
  private final int offset;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Dropped> dropped = new ArrayList<>();

  ArticleLines(
      LineGrammar grammar,
      PageFurniture furniture,
      PageScan scan,
      Candidate candidate,
      String title) {
    this(
        grammar,
        furniture,
        scan,
        candidate,
        title,
        (keys, labels) -> new SecondCopies(keys, labels).surplus());
  }

  /**
   * @param secondCopies of lines, given as keys and whether they are labels, those to leave out
   */
  ArticleLines(
      LineGrammar grammar,
      PageFurniture furniture,
      PageScan scan,
      Candidate candidate,
      String title,
      BiFunction<List<String>, List<Boolean>, BitSet> secondCopies) {
    this.secondCopies = secondCopies;
    this.grammar = grammar;
    this.furniture = furniture;
    this.scan = scan;
    this.candidate = candidate;
    this.title = title;
    int headline = title.isEmpty() ? -1 : headline();
    this.offset = headline < 0 && !title.isEmpty() ? 1 : 0;
    boolean visible = candidate.source() == scan.page();
    if (headline < 0 && !title.isEmpty()) {
      paragraphs.add(new Paragraph(0, title, Paragraph.Kind.HEADLINE));
    }
    leaveKicker(headline);
    if (!visible) {
      leaveOut(scan.page().lines(), headline);
    }
    sort(headline, visible ? offset : offset + scan.page().lines().size());
    paragraphs.sort(Comparator.comparingInt(Paragraph::line));
    dropLastHeadings();
    dropped.addAll(
        LineLedger.missing(
            scan.page().lines().stream().map(PageLine::text).toList(),
            offset,
            paragraphs,
            dropped));
    dropped.sort(Comparator.comparingInt(Dropped::line));
  }

  /** A heading that nothing follows stands over links, not over text. */
  private void dropLastHeadings() {
    while (!paragraphs.isEmpty() && paragraphs.getLast().kind() == Paragraph.Kind.SUBHEADING) {
      Paragraph heading = paragraphs.removeLast();
      dropped.add(new Dropped(heading.line(), heading.text(), "related"));
    }
  }

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  /** By how much numbers of lines are higher than those of the page's. */
  int offset() {
    return offset;
  }

  List<Dropped> dropped() {
    return dropped;
  }

  /** The paragraphs but for the headline, one a line. */
  String text() {
    return body().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
  }

  int length() {
    return paragraphs.stream().mapToInt(paragraph -> paragraph.text().length()).sum();
  }

  List<Paragraph> body() {
    return paragraphs.stream().filter(p -> p.kind() != Paragraph.Kind.HEADLINE).toList();
  }

  /** The reporter's name as a dropped byline or the text has it, empty if neither does. */
  String byline() {
    return dropped.stream()
        .filter(line -> line.reason().equals("byline"))
        .map(line -> Byline.namesIn(line.text()))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(() -> Byline.inText(body().stream().map(Paragraph::text).toList()));
  }

  /** The time in the first date that is printed between the headline and shortly after the text. */
  Optional<OffsetDateTime> printedTime(String language) {
    int first = body().isEmpty() ? 0 : body().getFirst().line();
    int headline =
        paragraphs.stream()
            .filter(p -> p.kind() == Paragraph.Kind.HEADLINE)
            .mapToInt(Paragraph::line)
            .findFirst()
            .orElse(0);
    int from = Math.max(headline, first - DATE_NEAR);
    int to = body().isEmpty() ? DATE_NEAR : body().getLast().line() + DATE_NEAR;
    return dropped.stream()
        .filter(line -> line.line() >= from && line.line() <= to)
        .filter(line -> line.reason().equals("date") || line.reason().equals("byline"))
        .filter(line -> !COPYRIGHT.matcher(line.text()).find())
        .flatMap(line -> Times.read(line.text(), language).stream())
        .findFirst();
  }

  /** Number of the visible line that is the headline, or -1. */
  private int headline() {
    String key = LineText.key(title);
    String shown = LineText.key(scan.headlineText());
    if (scan.headline() >= 0 && shown.endsWith(key) && shown.length() - key.length() <= KICKER) {
      return scan.headline();
    }
    return scan.page().lines().stream()
        .filter(line -> LineText.key(line.text()).equals(key))
        .mapToInt(PageLine::number)
        .findFirst()
        .orElse(-1);
  }

  /** What stands in the headline's line before the headline, such as the name of a section. */
  private void leaveKicker(int headline) {
    String shown = headline < 0 ? "" : LineText.fold(scan.page().lines().get(headline).text());
    int at = shown.indexOf(title);
    if (at > 0 && !LineText.key(shown.substring(0, at)).isEmpty()) {
      dropped.add(new Dropped(headline + offset, shown.substring(0, at).strip(), "section"));
    }
  }

  private void leaveOut(List<PageLine> lines, int headline) {
    for (PageLine line : lines) {
      if (line.number() == headline) {
        paragraphs.add(new Paragraph(line.number() + offset, title, Paragraph.Kind.HEADLINE));
      } else {
        dropped.add(new Dropped(line.number() + offset, line.text(), outside(line)));
      }
    }
  }

  private void sort(int headline, int from) {
    PageLines source = candidate.source();
    boolean visible = source == scan.page();
    List<PageLine> taken =
        candidate.lines().stream().filter(line -> !(visible && line.number() == headline)).toList();
    List<String> folded = taken.stream().map(line -> LineText.fold(line.text())).toList();
    BitSet surplus = surplus(folded);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      if (!surplus.get(i)) {
        places.add(i);
      }
    }
    List<Verdict> verdicts = grammar.judge(places.stream().map(folded::get).toList());
    String[] reasons = new String[source.lines().size()];
    Paragraph.Kind[] kinds = new Paragraph.Kind[source.lines().size()];
    surplus.stream().forEach(i -> reasons[taken.get(i).number()] = "duplicate");
    String key = LineText.key(title);
    for (int i = 0; i < places.size(); i++) {
      PageLine line = taken.get(places.get(i));
      switch (verdicts.get(i)) {
        case Verdict.Goes goes -> reasons[line.number()] = goes.reason();
        case Verdict.Stays stays -> {
          boolean repeated =
              key.length() >= 8 && key.equals(LineText.key(line.text())) && paragraphs.isEmpty();
          kinds[line.number()] = kind(line, stays.kind());
          if (repeated || visible && furniture.isExcerpt(line.text())) {
            reasons[line.number()] = "duplicate";
          }
        }
      }
    }
    for (PageLine line : source.lines()) {
      int number = line.number() + from;
      String reason = reasons[line.number()];
      Paragraph.Kind kind = kinds[line.number()];
      if (visible && line.number() == headline) {
        paragraphs.add(new Paragraph(number, title, Paragraph.Kind.HEADLINE));
      } else if (reason == null && kind != null) {
        String text = LineText.fold(line.text());
        Optional<GluedEnd> glued = GluedEnd.of(text);
        paragraphs.add(new Paragraph(number, glued.map(GluedEnd::text).orElse(text), kind));
        glued.ifPresent(end -> dropped.add(new Dropped(number, end.piece(), "byline")));
      } else {
        String why = candidate.reasons().get(line.number());
        String given = reason != null ? reason : why != null ? why : outside(line);
        dropped.add(new Dropped(number, line.text(), given));
      }
    }
  }

  private BitSet surplus(List<String> folded) {
    List<String> keys = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (String line : folded) {
      boolean everywhere = furniture.level(line) == 2;
      keys.add(everywhere ? "" : LineText.key(line));
      labels.add(!everywhere && grammar.kind(line) == Paragraph.Kind.LABEL);
    }
    return secondCopies.apply(keys, labels);
  }

  private Paragraph.Kind kind(PageLine line, Paragraph.Kind byForm) {
    if (byForm != Paragraph.Kind.BODY || candidate.source() != scan.page()) {
      return byForm;
    }
    if (scan.surroundings().isHeading(line)) {
      return Paragraph.Kind.SUBHEADING;
    }
    if (scan.surroundings().isListItem(line)) {
      return Paragraph.Kind.LIST_ITEM;
    }
    return line.isEmphasised() ? Paragraph.Kind.EMPHASIS : byForm;
  }

  private String outside(PageLine line) {
    String form = furniture.reason(line.text());
    String place = scan.surroundings().reason(line);
    return !form.isEmpty() ? form : place.isEmpty() ? "outside" : place;
  }
}
