package org.nangdok.article;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.PageLine;
import org.nangdok.article.html.PageLines;

/**
 * Decides where an article ends: after the heading of a foreign block, such as that of another
 * article, of comments or of links, nothing more is taken.
 */
final class EndOfArticle {

  /**
   * The article has this share of the text before its end, if what follows is links or comments.
   */
  private static final double MOST = 0.7;

  private static final double NEARLY_ALL = 0.88;

  /** A further article may be longer than the first. */
  private static final double SOME = 0.15;

  /** Beside a heading a byline or date is looked for in so many lines. */
  private static final int SOON = 4;

  private final PageLines page;
  private final LineGrammar grammar;
  private final PageFurniture furniture;

  EndOfArticle(PageLines page, LineGrammar grammar, PageFurniture furniture) {
    this.page = page;
    this.grammar = grammar;
    this.furniture = furniture;
  }

  /**
   * @param headline number of the line of the headline, or -1
   */
  Candidate cut(Candidate candidate, int headline) {
    if (candidate.source() != page || candidate.taken().isEmpty()) {
      return candidate;
    }
    int total = candidate.weight();
    int before = 0;
    int first = candidate.taken().nextSetBit(0);
    for (int i = first; i < candidate.taken().length(); i++) {
      PageLine line = page.lines().get(i);
      double share = (double) before / Math.max(1, total);
      if (i != headline && i > first && share >= SOME && ends(line, share, first)) {
        return ended(candidate, line);
      }
      before += candidate.taken().get(i) ? line.weight() : 0;
    }
    return candidate;
  }

  private boolean ends(PageLine line, double share, int first) {
    @Nullable Element heading = line.block().closest("h1, h2, h3, h4, h5");
    if (heading == null) {
      return false;
    }
    Optional<String> foreign = grammar.heading(LineText.fold(line.text()));
    boolean links =
        foreign.isPresent() && share >= MOST && (share >= NEARLY_ALL || isApart(line, first));
    return links || isOfFurtherArticle(line, heading, first);
  }

  /** Whether a heading stands in another element than the paragraphs that began the text. */
  private boolean isApart(PageLine line, int first) {
    return line.block().parent() != page.lines().get(first).block().parent();
  }

  /** Whether a heading is that of an article of its own, below the one that began the text. */
  private boolean isOfFurtherArticle(PageLine line, Element heading, int first) {
    @Nullable Element own = heading.closest("article");
    @Nullable Element main = page.lines().get(first).block().closest("article");
    boolean level = heading.nameIs("h1") || heading.nameIs("h2");
    boolean other = own != null && main != null && own != main && !own.parents().contains(main);
    return level && (other || (heading.nameIs("h1") && isSigned(line)));
  }

  /** Whether a date or byline stands shortly after a line. */
  private boolean isSigned(PageLine line) {
    int to = Math.min(page.lines().size(), line.number() + 1 + SOON);
    return page.lines().subList(line.number() + 1, to).stream()
        .map(next -> furniture.reason(next.text()))
        .anyMatch(reason -> reason.equals("date") || reason.equals("byline"));
  }

  /** Takes nothing below a heading, but for what goes on beside the text above it. */
  private Candidate ended(Candidate candidate, PageLine heading) {
    List<PageLine> lines = candidate.lines();
    Homes homes = Homes.of(lines.stream().filter(l -> l.number() < heading.number()).toList());
    boolean box = !homes.hold(heading);
    BitSet taken = candidate.taken();
    Map<Integer, String> reasons = new HashMap<>(candidate.reasons());
    int further = further(lines, heading);
    boolean goesOn = false;
    for (PageLine line : lines.reversed()) {
      if (line.number() < heading.number()) {
        break;
      }
      boolean sentence = line.linkShare() == 0 && LineText.isRunning(line.text());
      goesOn |= sentence && box && line.number() < further && homes.hold(line);
      if (!goesOn || !homes.hold(line)) {
        taken.clear(line.number());
        reasons.put(line.number(), "after-end");
      }
    }
    return new Candidate(candidate.name(), page, taken, reasons);
  }

  /** Where a further article begins behind a heading, else the end of the page. */
  private int further(List<PageLine> lines, PageLine heading) {
    int first = lines.getFirst().number();
    return lines.stream()
        .filter(line -> line.number() > heading.number())
        .filter(line -> isFurther(line, first))
        .mapToInt(PageLine::number)
        .findFirst()
        .orElse(page.lines().size());
  }

  private boolean isFurther(PageLine line, int first) {
    @Nullable Element heading = line.block().closest("h1, h2");
    return heading != null && isOfFurtherArticle(line, heading, first);
  }

  /**
   * The elements that hold running text, by themselves and by the form of the elements between them
   * and one that is around all of them: a page may wrap each piece of its text in boxes of its own.
   */
  private record Homes(Set<Element> parents, Set<List<Object>> forms) {

    /** So many elements may be wrapped around a piece. */
    private static final int DEEPEST = 4;

    static Homes of(List<PageLine> lines) {
      Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
      Set<List<Object>> forms = new HashSet<>();
      for (PageLine line : lines) {
        @Nullable Element parent = line.block().parent();
        if (parent != null && LineText.isRunning(line.text())) {
          parents.add(parent);
          forms.addAll(forms(parent));
        }
      }
      return new Homes(parents, forms);
    }

    boolean hold(PageLine line) {
      @Nullable Element parent = line.block().parent();
      return parent != null
          && (parents.contains(parent) || forms(parent).stream().anyMatch(forms::contains));
    }

    /** For each number of wrapped elements: their names and classes, and what is around them. */
    private static List<List<Object>> forms(Element element) {
      List<List<Object>> forms = new ArrayList<>();
      List<Object> form = new ArrayList<>();
      boolean named = false;
      @Nullable Element wrapped = element;
      for (int depth = 0; depth < DEEPEST && wrapped != null; depth++) {
        form.add(wrapped.normalName() + " " + wrapped.className());
        named |= !wrapped.className().isEmpty();
        wrapped = wrapped.parent();
        if (named && wrapped != null) {
          List<Object> whole = new ArrayList<>(form);
          whole.add(System.identityHashCode(wrapped));
          forms.add(whole);
        }
      }
      return forms;
    }
  }
}
