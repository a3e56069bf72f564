package org.nangdok.article;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleException.Reason;
import org.nangdok.article.html.Deadline;
import org.nangdok.article.html.FactReader;
import org.nangdok.article.html.PageFacts;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageScan;
import org.nangdok.article.html.PageScanner;
import org.nangdok.article.html.SiteProfile;
import org.nangdok.article.html.SiteProfiles;

/**
 * Reads a page as an article: lines, proposals, choice, line grammar, second copies, facts.
 * Immutable and thread-safe.
 */
final class HtmlReader {

  /** Elements nested deeper than this are refused; the parser flattens beyond 512. */
  private static final int DEEPEST = 500;

  /** No article page has more elements and texts than this. */
  private static final int MOST_NODES = 300_000;

  /** No article page shows more lines than this, and each costs time. */
  private static final int MOST_LINES = 20_000;

  /** A headline stands at most so many lines above the text. */
  private static final int HEADING_NEAR = 20;

  private final LineGrammar grammar;
  private final TextLanguage language;
  private final Duration longestWork;
  private final SiteProfiles profiles = new SiteProfiles();
  private final PageScanner scanner;

  HtmlReader(
      LineGrammar grammar, TextLanguage language, Duration longestWork, PageScanner scanner) {
    this.scanner = scanner;
    this.longestWork = longestWork;
    this.grammar = grammar;
    this.language = language;
  }

  /**
   * @throws ArticleException if the page isn't an article, is too deep or too long, or can't be
   *     read in time
   */
  Article read(String html, @Nullable String address) {
    try {
      return read(html, address, Deadline.in(longestWork));
    } catch (Deadline.Passed late) {
      throw new ArticleException(Reason.TOO_COMPLEX);
    }
  }

  private Article read(String html, @Nullable String address, Deadline deadline) {
    Document document = deadline.parse(html, address == null ? "" : address);
    refuseSize(document);
    PageFurniture furniture =
        new PageFurniture(grammar, deadline, new Excerpts(() -> document.body().text()));
    PageScan scan =
        scanner
            .scan(document, furniture::level, MOST_LINES)
            .orElseThrow(() -> new ArticleException(Reason.TOO_COMPLEX));
    deadline.check();
    @Nullable SiteProfile profile = profiles.of(address, document).orElse(null);
    String tag = language.of(sample(scan));
    Chooser.Choice choice =
        Chooser.choose(new Candidates(document, scan, grammar, furniture).all(profile, tag));
    if (choice.candidate().length() > 2 * ArticleExtractor.LONGEST_TEXT) {
      throw new ArticleException(Reason.TOO_LONG);
    }
    deadline.check();
    PageFacts facts =
        FactReader.read(
            document,
            profile,
            scan.data(),
            LineText.fold(scan.headlineText()),
            headingAbove(scan, choice.candidate()),
            tag);
    ArticleLines lines =
        new ArticleLines(grammar, furniture, scan, choice.candidate(), facts.title());
    Refusals refusals = new Refusals(document, scan, facts, lines);
    Optional<Reason> refusal = refusals.reason();
    if (refusal.isPresent()) {
      throw new ArticleException(refusal.get(), facts.alternate());
    }
    if (lines.length() > ArticleExtractor.LONGEST_TEXT) {
      throw new ArticleException(Reason.TOO_LONG);
    }
    List<String> warnings = new ArrayList<>(refusals.warnings());
    if (choice.candidate().source() == scan.page()) {
      LeftOutside.warning(choice.candidate(), lines.dropped(), lines.offset())
          .ifPresent(warnings::add);
    }
    return article(address, facts, choice, lines, warnings);
  }

  private Article article(
      @Nullable String address,
      PageFacts facts,
      Chooser.Choice choice,
      ArticleLines lines,
      List<String> warnings) {
    Map<String, String> sources = new HashMap<>(facts.sources());
    String byline = facts.byline() == null ? "" : Byline.namesIn(facts.byline());
    if (byline.isEmpty()) {
      byline = lines.byline();
      sources.put("byline", "text");
    }
    String tag = language.of(lines.text());
    @Nullable OffsetDateTime published = facts.published();
    if (published == null) {
      published = lines.printedTime(tag).orElse(null);
      sources.put("published", "text");
    }
    Details details =
        new Details(
            facts.subheadline(),
            facts.modified(),
            facts.section(),
            facts.image(),
            facts.canonical(),
            choice.candidate().name().equals(Candidates.LIVE),
            choice.candidate().name(),
            choice.explanation(),
            null,
            warnings,
            sources);
    return new Article(
        address,
        facts.title(),
        byline.isEmpty() ? null : byline,
        published,
        tag,
        facts.site(),
        lines.paragraphs(),
        lines.dropped(),
        details);
  }

  /** The best heading shortly above the text, empty if none stands there. */
  static String headingAbove(PageScan scan, Candidate candidate) {
    int first = candidate.source() == scan.page() ? candidate.taken().nextSetBit(0) : -1;
    String best = "";
    char level = 'z';
    for (int i = first - 1; i >= Math.max(0, first - HEADING_NEAR); i--) {
      PageLine line = scan.page().lines().get(i);
      @Nullable Element heading = line.block().closest("h1, h2, h3, h4");
      boolean fit = line.weight() >= 8 && line.weight() <= 220 && line.linkShare() < 0.5;
      if (heading != null && fit && heading.normalName().charAt(1) < level) {
        best = LineText.fold(line.text());
        level = heading.normalName().charAt(1);
      }
    }
    return best;
  }

  private static String sample(PageScan scan) {
    StringBuilder sample = new StringBuilder();
    for (PageLine line : scan.page().lines()) {
      if (scan.likely().get(line.number()) > 0.3 && line.weight() >= 40) {
        sample.append(line.text()).append('\n');
      }
    }
    if (sample.length() < 40) {
      scan.page().lines().forEach(line -> sample.append(line.text()).append('\n'));
    }
    return sample.toString();
  }

  private static void refuseSize(Document document) {
    document.filter(
        new NodeFilter() {
          private int nodes;

          @Override
          public FilterResult head(Node node, int depth) {
            nodes++;
            if (nodes > MOST_NODES || (depth >= DEEPEST && node instanceof Element)) {
              throw new ArticleException(Reason.TOO_COMPLEX);
            }
            return FilterResult.CONTINUE;
          }
        });
  }
}
