package org.nangdok.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.EmbeddedText;
import org.nangdok.article.html.LivePosts;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageLines;
import org.nangdok.article.html.PageScan;
import org.nangdok.article.html.SiteProfile;

/** Makes the proposals where on one page the article is. */
final class Candidates {

  /** A line is taken from here on. */
  private static final double LIKELY = 0.5;

  /** Inside a container that is chosen whole, a line is taken from here on. */
  private static final double NOT_UNLIKELY = 0.05;

  /** Below this weight a page's visible text is thin, and its scripts are asked. */
  private static final int THIN = 400;

  /** Of a live blog so many posts are taken, and so much weight. */
  private static final int MOST_POSTS = 30;

  private static final int MOST_IN_POSTS = 60_000;

  /** Captions are left out up to this share of what is taken. */
  private static final double MOST_CAPTIONS = 0.4;

  /** The name of the proposal of a live blog's posts. */
  static final String LIVE = "live-blog";

  private final Document document;
  private final PageScan scan;
  private final LineGrammar grammar;
  private final PageFurniture furniture;
  private final Map<Integer, String> consent;

  Candidates(Document document, PageScan scan, LineGrammar grammar, PageFurniture furniture) {
    this.document = document;
    this.scan = scan;
    this.grammar = grammar;
    this.furniture = furniture;
    this.consent = ConsentBoxes.reasons(scan.page());
  }

  /**
   * All proposals, best known places first.
   *
   * @param language of the page's text; in Korean, Japanese and Chinese the forests, which learned
   *     on English pages, only find the container
   */
  List<Candidate> all(@Nullable SiteProfile profile, String language) {
    boolean wordy = language.equals("ko") || language.equals("ja") || language.equals("zh");
    List<Candidate> all = new ArrayList<>();
    livePosts(language).ifPresent(all::add);
    if (profile != null) {
      profiled(profile).ifPresent(all::add);
    }
    Candidate contained = wordy ? contained() : scored();
    all.add(contained.taken().isEmpty() && wordy ? scored() : contained);
    if (wordy) {
      marked().ifPresent(all::add);
    }
    int seen = all.stream().mapToInt(Candidate::runningWeight).max().orElse(0);
    if (seen < THIN) {
      EmbeddedText.find(document).ifPresent(lines -> all.add(whole("script", lines, profile)));
    }
    scan.data()
        .articleBody()
        .filter(body -> LineText.weight(body) > THIN)
        .ifPresent(body -> all.add(whole("json-ld", EmbeddedText.lines(body), null)));
    return all;
  }

  /** The lines that the forests take. */
  private Candidate scored() {
    BitSet taken = new BitSet();
    for (PageLine line : scan.page().lines()) {
      taken.set(line.number(), scan.likely().get(line.number()) >= LIKELY);
    }
    Candidate scored = new Candidate("scored", scan.page(), taken, Map.of());
    Candidate complete = new Siblings(scan, furniture).complete(scored);
    Candidate text = complete.without(dialogs(complete)).without(consent);
    return withoutCode(ended(text.without(captions(text))));
  }

  /** Captions of pictures, unless they are much of what is taken: a text told in pictures. */
  private Map<Integer, String> captions(Candidate candidate) {
    Map<Integer, String> reasons = new HashMap<>();
    int weight = 0;
    for (PageLine line : candidate.lines()) {
      if (scan.surroundings().isCaption(line)) {
        reasons.put(line.number(), "caption");
        weight += line.weight();
      }
    }
    return weight > MOST_CAPTIONS * candidate.weight() ? Map.of() : reasons;
  }

  private Candidate ended(Candidate candidate) {
    return new EndOfArticle(scan.page(), grammar, furniture).cut(candidate, scan.headline());
  }

  /** Lines of dialogs, unless they are most of what is taken. */
  private Map<Integer, String> dialogs(Candidate candidate) {
    Map<Integer, String> reasons = new HashMap<>();
    int weight = 0;
    for (PageLine line : candidate.lines()) {
      if (scan.surroundings().isInDialog(line)) {
        reasons.put(line.number(), "portal");
        weight += line.weight();
      }
    }
    return 2 * weight > candidate.weight() ? Map.of() : reasons;
  }

  /** The newest posts of a live blog, in the page's order. */
  private Optional<Candidate> livePosts(String language) {
    return LivePosts.find(document, scan.page(), scan.data(), language).map(this::newest);
  }

  private Candidate newest(LivePosts live) {
    List<PageLines.Range> posts = new ArrayList<>(live.posts());
    if (live.oldestFirst()) {
      Collections.reverse(posts);
    }
    BitSet taken = lead(live.lead());
    Map<Integer, String> reasons = new HashMap<>();
    int weight = 0;
    for (int i = 0; i < posts.size(); i++) {
      Candidate post = inside(LIVE, posts.get(i), this::isSetApart);
      boolean fits = i == 0 || (i < MOST_POSTS && weight + post.weight() <= MOST_IN_POSTS);
      weight += post.weight();
      reasons.putAll(post.reasons());
      for (PageLine line : post.lines()) {
        String reason = inPost(line);
        if (!fits || !reason.isEmpty()) {
          reasons.put(line.number(), fits ? reason : "older-post");
        } else {
          taken.set(line.number());
        }
      }
    }
    return new Candidate(LIVE, scan.page(), taken, reasons);
  }

  /** What stands above the posts and reads like sentences of the article. */
  private BitSet lead(PageLines.Range range) {
    BitSet lead = new BitSet();
    for (int i = range.from(); i < range.to(); i++) {
      PageLine line = scan.page().lines().get(i);
      boolean fit =
          furniture.level(line.text()) == 0
              && line.linkShare() < 0.5
              && !isSetApart(line)
              && LineText.isRunning(LineText.fold(line.text()));
      lead.set(i, fit && scan.surroundings().reason(line).isEmpty());
    }
    return lead;
  }

  /** Why a line of a post isn't read, empty if it is. */
  private String inPost(PageLine line) {
    String folded = LineText.fold(line.text());
    String place = scan.surroundings().reason(line);
    boolean signed = place.equals("byline") && line.weight() < 80 && !LineText.endsSentence(folded);
    return grammar.edgeFurniture(folded).orElse(signed ? place : "");
  }

  /** Program code isn't read aloud, unless nearly all of the text stands in such elements. */
  private Candidate withoutCode(Candidate candidate) {
    List<PageLine> code = candidate.lines().stream().filter(scan.surroundings()::isCode).toList();
    if (2 * code.stream().mapToInt(PageLine::weight).sum() > candidate.weight()) {
      return candidate;
    }
    BitSet taken = (BitSet) candidate.taken().clone();
    Map<Integer, String> reasons = new HashMap<>(candidate.reasons());
    for (PageLine line : code) {
      taken.clear(line.number());
      reasons.put(line.number(), "code");
    }
    return new Candidate(candidate.name(), candidate.source(), taken, reasons);
  }

  /** The container that the forests find, taken whole but for what its markup sets apart. */
  private Candidate contained() {
    PageLines.Range range = scan.page().of(scan.container());
    return inside("container", range, line -> isSetApart(line));
  }

  private boolean isSetApart(PageLine line) {
    double likely = scan.likely().get(line.number());
    if (scan.surroundings().isApart(line) || line.number() == scan.headline()) {
      return true;
    }
    boolean doubtful = !scan.surroundings().reason(line).isEmpty();
    return likely < (doubtful ? LIKELY : NOT_UNLIKELY);
  }

  /** The element that calls itself the article's body (schema.org). */
  private Optional<Candidate> marked() {
    Element body = document.selectFirst("[itemprop=articleBody]");
    PageLines.Range range = scan.page().of(body);
    return range.size() == 0
        ? Optional.empty()
        : Optional.of(inside("itemprop", range, scan.surroundings()::isApart));
  }

  private Optional<Candidate> profiled(SiteProfile profile) {
    for (String selector : profile.body().split(", ")) {
      Element body = document.selectFirst(selector);
      PageLines.Range range = scan.page().of(body);
      if (body == null || range.size() == 0) {
        continue;
      }
      Map<Integer, String> dropped = dropped(profile, body, scan.page());
      Candidate candidate =
          inside(
              "profile:" + profile.name(),
              range,
              line -> scan.surroundings().isApart(line) || dropped.containsKey(line.number()));
      Map<Integer, String> reasons = new HashMap<>(candidate.reasons());
      reasons.putAll(dropped);
      return Optional.of(new Candidate(candidate.name(), scan.page(), candidate.taken(), reasons));
    }
    return Optional.empty();
  }

  private static Map<Integer, String> dropped(SiteProfile profile, Element body, PageLines page) {
    Map<Integer, String> dropped = new HashMap<>();
    for (SiteProfile.Drop drop : profile.drop()) {
      for (Element element : body.select(drop.selector())) {
        PageLines.Range range = page.of(element);
        for (int i = range.from(); i < range.to(); i++) {
          dropped.putIfAbsent(i, drop.reason());
        }
      }
    }
    return dropped;
  }

  private Candidate inside(String name, PageLines.Range range, Predicate<PageLine> apart) {
    BitSet taken = new BitSet();
    Map<Integer, String> reasons = new HashMap<>(new Boxes(grammar, scan.page()).reasons(range));
    for (PageLine line : scan.page().lines().subList(range.from(), range.to())) {
      if (reasons.containsKey(line.number())) {
        continue;
      }
      if (apart.test(line)) {
        String reason = scan.surroundings().reason(line);
        reasons.put(line.number(), reason.isEmpty() ? "outside" : reason);
      } else {
        taken.set(line.number());
      }
    }
    Candidate inside = new Candidate(name, scan.page(), taken, reasons).without(consent);
    return withoutCode(name.equals(LIVE) ? inside : ended(inside));
  }

  /** All lines of a text that stands apart from the visible page. */
  private Candidate whole(String name, PageLines lines, @Nullable SiteProfile profile) {
    BitSet taken = new BitSet();
    taken.set(0, lines.lines().size());
    Map<Integer, String> reasons = new HashMap<>();
    if (profile != null && !lines.lines().isEmpty()) {
      @Nullable Document root = lines.lines().getFirst().block().ownerDocument();
      reasons.putAll(root == null ? Map.of() : dropped(profile, root, lines));
    }
    for (PageLine line : lines.lines()) {
      boolean figure = line.block().closest("figure, figcaption, .caption") != null;
      if (figure) {
        reasons.put(line.number(), "caption");
      }
      grammar.furniture(LineText.fold(line.text())).ifPresent(r -> reasons.put(line.number(), r));
    }
    reasons.keySet().forEach(taken::clear);
    return new Candidate(name, lines, taken, reasons);
  }
}
