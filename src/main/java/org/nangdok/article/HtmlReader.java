package org.nangdok.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.ArticleException.Reason;
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

  /** No article page shows more lines than this, and each costs time. */
  private static final int MOST_LINES = 20_000;

  private final LineGrammar grammar;
  private final TextLanguage language;
  private final SiteProfiles profiles = new SiteProfiles();
  private final PageScanner scanner = new PageScanner();

  HtmlReader(LineGrammar grammar, TextLanguage language) {
    this.grammar = grammar;
    this.language = language;
  }

  /**
   * @throws ArticleException if the page isn't an article or is too deep or too long
   */
  Article read(String html, @Nullable String address) {
    Document document = Jsoup.parse(html, address == null ? "" : address);
    refuseDepth(document);
    PageFurniture furniture = new PageFurniture(grammar);
    PageScan scan =
        scanner
            .scan(document, furniture::level, MOST_LINES)
            .orElseThrow(() -> new ArticleException(Reason.TOO_COMPLEX));
    @Nullable SiteProfile profile = profiles.of(address, document).orElse(null);
    String tag = language.of(sample(scan));
    Chooser.Choice choice =
        Chooser.choose(new Candidates(document, scan, grammar).all(profile, isWordyScript(tag)));
    PageFacts facts =
        FactReader.read(document, profile, scan.data(), LineText.fold(scan.headlineText()), tag);
    ArticleLines lines =
        new ArticleLines(grammar, furniture, scan, choice.candidate(), facts.title());
    Optional<Reason> refusal = new Refusals(document, scan, facts, lines).reason();
    if (refusal.isPresent()) {
      throw new ArticleException(refusal.get(), facts.alternate());
    }
    if (lines.length() > ArticleExtractor.LONGEST_TEXT) {
      throw new ArticleException(Reason.TOO_LONG);
    }
    return article(address, facts, choice, lines);
  }

  private Article article(
      @Nullable String address, PageFacts facts, Chooser.Choice choice, ArticleLines lines) {
    Map<String, String> sources = new HashMap<>(facts.sources());
    String byline = facts.byline() == null ? "" : Byline.nameIn(facts.byline());
    if (byline.isEmpty()) {
      byline = lines.byline();
      sources.put("byline", "text");
    }
    Details details =
        new Details(
            facts.subheadline(),
            facts.modified(),
            facts.section(),
            facts.image(),
            facts.canonical(),
            facts.liveBlog(),
            choice.candidate().name(),
            choice.explanation(),
            sources);
    return new Article(
        address,
        facts.title(),
        byline.isEmpty() ? null : byline,
        facts.published(),
        language.of(lines.text()),
        facts.site(),
        lines.paragraphs(),
        lines.dropped(),
        details);
  }

  /** In these languages the forests, which learned on English pages, only find the container. */
  private static boolean isWordyScript(String tag) {
    return tag.equals("ko") || tag.equals("ja") || tag.equals("zh");
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

  private static void refuseDepth(Document document) {
    document.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (depth >= DEEPEST && node instanceof Element) {
              throw new ArticleException(Reason.TOO_COMPLEX);
            }
            return FilterResult.CONTINUE;
          }
        });
  }
}
