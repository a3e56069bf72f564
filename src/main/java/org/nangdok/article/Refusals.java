package org.nangdok.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.select.Selector;
import org.nangdok.article.ArticleException.Reason;
import org.nangdok.article.html.PageFacts;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageScan;

/** Tells pages that aren't articles from articles, and which kind of page they are. */
final class Refusals {

  /** An article has running text of at least this weight. */
  private static final int LEAST = 90;

  /** A page with less running text than this may be a stub. */
  private static final int STUB = 1_400;

  /** Even with a paid part missing, more than this is a text of its own. */
  private static final int SHORT = 700;

  /** A part that is shown has so many characters. */
  private static final int PART = 80;

  private static final int MANY_LINKS = 25;

  /** A wall follows the last paragraph within so many lines. */
  private static final int SOON = 15;

  /** Signs are looked for in so many lines; pages that aren't articles have few. */
  private static final int LOOKED_AT = 600;

  private final Document document;
  private final PageScan scan;
  private final PageFacts facts;
  private final List<Paragraph> body;
  private final int running;
  private final int weight;

  Refusals(Document document, PageScan scan, PageFacts facts, ArticleLines lines) {
    this.document = document;
    this.scan = scan;
    this.facts = facts;
    this.body = lines.body();
    this.running =
        body.stream()
            .map(Paragraph::text)
            .filter(LineText::isRunning)
            .mapToInt(LineText::weight)
            .sum();
    this.weight = body.stream().map(Paragraph::text).mapToInt(LineText::weight).sum();
  }

  /** Why the page isn't an article, empty if it is one. */
  Optional<Reason> reason() {
    if (running < STUB && shows(PageSigns.ERROR, 12) && isTitle(PageSigns.ERROR)) {
      return Optional.of(Reason.ERROR_PAGE);
    }
    if (running < STUB && (!facts.freeToRead() || isCutOff() || isPaidPartMissing(SHORT))) {
      return Optional.of(Reason.PAYWALL);
    }
    boolean nothing = running < LEAST && weight < 4 * LEAST;
    if (!nothing) {
      return isIndex() ? Optional.of(Reason.INDEX_PAGE) : Optional.empty();
    }
    if (anyLine(PageSigns.LOGIN) || document.selectFirst("input[type=password]") != null) {
      return Optional.of(Reason.LOGIN);
    }
    boolean few = linkLines() < MANY_LINKS;
    if (isTitle(PageSigns.ERROR) || (few && anyLine(PageSigns.ERROR))) {
      return Optional.of(Reason.ERROR_PAGE);
    }
    if (few && anyLine(PageSigns.CONSENT)) {
      return Optional.of(Reason.CONSENT);
    }
    if (hasVideo()) {
      return Optional.of(Reason.VIDEO_ONLY);
    }
    if (!few) {
      return Optional.of(Reason.INDEX_PAGE);
    }
    boolean scripted = document.selectFirst("script[src], script[type=module]") != null;
    int seen = scan.page().lines().stream().mapToInt(PageLine::weight).sum();
    return Optional.of(scripted && seen < 2_000 ? Reason.SHELL : Reason.EMPTY);
  }

  /** What readers should know about an article that is read nevertheless. */
  List<String> warnings() {
    boolean part = isCutOff() && (!facts.freeToRead() || isPaidPartMissing(Integer.MAX_VALUE));
    return part
        ? List.of(
            "Only the part of this article that is free was found; the rest is for subscribers.")
        : List.of();
  }

  /** Whether the page says that a part of it is paid for, and shows no such part. */
  private boolean isPaidPartMissing(int least) {
    return running < least
        && scan.data().paidParts().stream().anyMatch(selector -> !isShown(selector));
  }

  private boolean isShown(String selector) {
    try {
      return document.select(selector).stream().anyMatch(part -> part.text().length() >= PART);
    } catch (Selector.SelectorParseException broken) {
      return true;
    }
  }

  /** Whether a sign of a wall stands among the text or soon after it, not in the page's frame. */
  private boolean isCutOff() {
    if (body.isEmpty()) {
      return anyLine(PageSigns.PAYWALL);
    }
    int from = body.getFirst().line();
    int to = body.getLast().line() + SOON;
    return scan.page().lines().stream()
        .filter(line -> line.number() >= from && line.number() <= to)
        .limit(LOOKED_AT)
        .anyMatch(line -> PageSigns.PAYWALL.matches(LineText.fold(line.text())));
  }

  /** A page whose lines are mostly headlines that link elsewhere. */
  private boolean isIndex() {
    boolean declared =
        document.selectFirst("meta[property=og:type][content=website]") != null
            && facts.published() == null
            && document.selectFirst("article") == null;
    long sentences = body.stream().filter(p -> LineText.isRunning(p.text())).count();
    return declared && running < 600 && sentences < 3 && linkLines() > 2 * MANY_LINKS;
  }

  private long linkLines() {
    return scan.page().lines().stream()
        .filter(line -> line.linkShare() > 0.8 && line.weight() >= 16)
        .count();
  }

  private boolean hasVideo() {
    return document.selectFirst(
            "video, meta[property^=og:video], iframe[src*=youtube.com/embed], iframe[src*=player], [id*=player] ")
        != null;
  }

  private boolean anyLine(PageSigns sign) {
    return scan.page().lines().stream()
        .limit(LOOKED_AT)
        .map(line -> LineText.fold(line.text()))
        .anyMatch(sign::matches);
  }

  private boolean shows(PageSigns sign, int lines) {
    return isTitle(sign)
        || scan.page().lines().stream()
            .limit(lines)
            .map(line -> LineText.fold(line.text()))
            .anyMatch(sign::matches);
  }

  private boolean isTitle(PageSigns sign) {
    return sign.matches(document.title().strip())
        || sign.matches(facts.title().strip().toLowerCase(Locale.ROOT));
  }
}
