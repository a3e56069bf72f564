package org.nangdok.article.html;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link LineForest} looks at: for each line of a page a row of numbers about its text, its
 * markup and its neighbours. None of them knows a language or a site.
 */
final class LineFeatures extends LineTable {

  private static final String[] TAGS =
      "p div li h1 h2 h3 h4 tr td figcaption blockquote section article dd dt a body".split(" ");
  private static final int NEIGHBOURS = 3;
  private static final String[] UP = {"own-", "parent-", "second-parent-", "third-parent-"};
  private static final String[] NEAR = {
    "third-previous-", "second-previous-", "previous-", "", "next-", "second-next-", "third-next-"
  };

  private final int[] furniture;
  private final boolean[] running;
  private final double[] runningBefore;
  private final double[] weightBefore;
  private final double[] linksBefore;
  private final Map<String, Integer> copies = new HashMap<>();
  private final Container container;
  private final Templates templates;
  private final double[] templateRunning;
  private final double[] templateWeight;
  private final double[] templateLinks;
  private final double[] templateInside;
  private final int[] headings;
  private final int headline;
  private final PageLines.Range mainArticle;
  private final int[] firstHeadings;

  /**
   * @param furniture for each line 0, or 1 if the grammar leaves it out at edges, or 2 everywhere
   * @param headline number of the line of the headline, or -1
   */
  LineFeatures(PageLines page, Surroundings surroundings, int[] furniture, int headline) {
    super(page, surroundings);
    this.furniture = furniture;
    this.headline = headline;
    int n = lines.size();
    running = new boolean[n];
    runningBefore = new double[n + 1];
    weightBefore = new double[n + 1];
    linksBefore = new double[n + 1];
    for (int i = 0; i < n; i++) {
      PageLine line = lines.get(i);
      running[i] = LineShape.isRunning(line) && furniture[i] == 0;
      runningBefore[i + 1] =
          runningBefore[i] + (running[i] ? line.weight() - line.linkWeight() : 0);
      weightBefore[i + 1] = weightBefore[i] + line.weight();
      linksBefore[i + 1] = linksBefore[i] + line.linkWeight();
      copies.merge(line.text(), 1, Integer::sum);
    }
    container = Container.find(page, running);
    templates = new Templates(lines);
    templateRunning = templates.sums(differences(runningBefore));
    templateWeight = templates.sums(differences(weightBefore));
    templateLinks = templates.sums(differences(linksBefore));
    double[] inside = new double[n];
    Arrays.fill(inside, container.range().from(), container.range().to(), 1);
    templateInside = templates.sums(inside);
    headings = headings(lines);
    mainArticle = mainArticle();
    firstHeadings = new int[n];
    for (int i = Math.max(1, headline + 1); i < n; i++) {
      boolean first = i > 0 && lines.get(i).block().nameIs("h1");
      firstHeadings[i] = firstHeadings[i - 1] + (first ? 1 : 0);
    }
  }

  /** The lines of the {@code article} element with the most running text; none without one. */
  private PageLines.Range mainArticle() {
    PageLines.Range main = new PageLines.Range(0, 0);
    for (Map.Entry<Element, PageLines.Range> entry : page.ranges().entrySet()) {
      if (entry.getKey().nameIs("article")
          && sum(runningBefore, entry.getValue()) > sum(runningBefore, main)) {
        main = entry.getValue();
      }
    }
    return main;
  }

  private static double[] differences(double[] sums) {
    double[] differences = new double[sums.length - 1];
    Arrays.setAll(differences, i -> sums[i + 1] - sums[i]);
    return differences;
  }

  /** For each line the number of the last heading before it, or -1. */
  private static int[] headings(List<PageLine> lines) {
    int[] headings = new int[lines.size()];
    int last = -1;
    for (int i = 0; i < headings.length; i++) {
      headings[i] = last;
      last = isHeading(lines.get(i).block()) ? i : last;
    }
    return headings;
  }

  Templates templates() {
    return templates;
  }

  int[] furniture() {
    return furniture;
  }

  Container container() {
    return container;
  }

  boolean[] running() {
    return running;
  }

  @Override
  void describe(Row row, PageLine line, int i) {
    text(row, line, i);
    markup(row, line);
    place(row, line, i);
    template(row, i);
    section(row, i);
    articles(row, line, i);
    for (int d = -NEIGHBOURS; d <= NEIGHBOURS; d++) {
      if (d != 0) {
        neighbour(row, line, i, d);
      }
    }
  }

  private void text(Row row, PageLine line, int i) {
    LineShape.describe(row, line);
    row.add("copies", Math.min(5, copies.getOrDefault(line.text(), 1)));
    row.add("furniture", furniture[i]);
    row.add("running", running[i] ? 1 : 0);
  }

  private void markup(Row row, PageLine line) {
    Element block = line.block();
    for (String tag : TAGS) {
      row.add("tag-", tag, block.nameIs(tag) ? 1 : 0);
    }
    Element parent = block.parent();
    row.add("in-li", parent != null && parent.nameIs("li") ? 1 : 0);
    row.add("has-class", block.className().isEmpty() ? 0 : 1);
    Surroundings.Around around = surroundings.of(block);
    for (Surroundings.Place place : Surroundings.Place.values()) {
      row.add("in-", place, around.places().contains(place) ? 1 : 0);
    }
    for (Hints.Hint hint : Hints.Hint.values()) {
      row.add("near-", hint, around.near().contains(hint) ? 1 : 0);
      row.add("far-", hint, around.far().contains(hint) ? 1 : 0);
    }
    row.add("depth", around.depth());
  }

  private void place(Row row, PageLine line, int i) {
    int n = lines.size();
    double total = Math.max(1, runningBefore[n]);
    row.add("position", (double) i / n);
    row.add("running-before", runningBefore[i] / total);
    row.add("running-total", log(enough(total)));
    row.add("after-headline", headline < 0 ? -1 : Math.clamp(i - headline, -20, 40));
    row.add("running-near", log(window(runningBefore, i, 4)));
    row.add("running-around", log(window(runningBefore, i, 12)));
    row.add("links-near", window(linksBefore, i, 4) / window(weightBefore, i, 4));
    row.add("running-after-10", log(runningBefore[Math.min(n, i + 11)] - runningBefore[i + 1]));
    row.add("running-before-10", log(runningBefore[i] - runningBefore[Math.max(0, i - 10)]));
    Element up = line.block();
    for (int level = 0; level < 4; level++) {
      up = level == 0 || up == null ? up : up.parent();
      PageLines.Range range = page.of(up);
      int size = Math.max(1, range.size());
      double own = sum(runningBefore, range);
      row.add(UP[level], "lines", log(few(range.size())));
      row.add(UP[level], "running-share", own / (level == 0 ? enough(total) : total));
      row.add(UP[level], "running-per-line", log(own / size));
      row.add(
          UP[level], "link-share", sum(linksBefore, range) / Math.max(1, sum(weightBefore, range)));
    }
    inContainer(row, line, i);
  }

  private void inContainer(Row row, PageLine line, int i) {
    PageLines.Range range = container.range();
    boolean inside = i >= range.from() && i < range.to();
    row.add("in-container", inside ? 1 : 0);
    row.add("container-from", Math.clamp(i - range.from(), -20, 30));
    row.add("container-to", Math.clamp(range.to() - 1 - i, -20, 30));
    row.add(
        "container-share", sum(runningBefore, range) / Math.max(1, runningBefore[lines.size()]));
    Part part = part(line, container.element(), range);
    row.add("container-steps", part.steps());
    row.add(
        "part-running-per-line",
        log(sum(runningBefore, part.lines()) / Math.max(1, part.lines().size())));
    row.add(
        "part-link-share",
        sum(linksBefore, part.lines()) / Math.max(1, sum(weightBefore, part.lines())));
    row.add("part-lines", log(few(part.lines().size())));
    row.add(
        "left-in-container",
        inside ? log(enough(runningBefore[range.to()] - runningBefore[i + 1])) : -1);
    row.add(
        "done-in-container",
        inside ? log(enough(runningBefore[i] - runningBefore[range.from()])) : -1);
  }

  /** What the lines that the same template printed are like. */
  private void template(Row row, int i) {
    double size = templates.size(i);
    double total = Math.max(1, runningBefore[lines.size()]);
    row.add("template-lines", log(few(size)));
    row.add("template-running-share", templateRunning[i] / total);
    row.add("template-running-per-line", log(templateRunning[i] / size));
    row.add("template-link-share", templateLinks[i] / Math.max(1, templateWeight[i]));
    row.add("template-in-container", templateInside[i] / size);
  }

  /** Whether the line is of another article than the one that holds most of the text. */
  private void articles(Row row, PageLine line, int i) {
    PageLines.Range own = page.of(line.block().closest("article"));
    double most = Math.max(1, sum(runningBefore, mainArticle));
    row.add("article-share", own.size() == 0 ? -1 : Math.min(1, sum(runningBefore, own) / most));
    row.add("behind-main-article", mainArticle.size() > 0 && i >= mainArticle.to() ? 1 : 0);
    row.add("first-headings", Math.min(3, firstHeadings[i]));
  }

  /** What the heading is like under which a line stands. */
  private void section(Row row, int i) {
    int heading = headings[i];
    boolean there = heading >= 0;
    row.add("heading-lines-ago", there ? Math.min(60, i - heading) : -1);
    row.add("heading-furniture", there ? furniture[heading] : -1);
    row.add("heading-level", there ? level(lines.get(heading).block()) : -1);
    row.add("heading-link-share", there ? lines.get(heading).linkShare() : -1);
    row.add(
        "heading-is-uncle",
        there && isAncestor(lines.get(heading).block().parent(), lines.get(i).block()) ? 1 : 0);
  }

  private static boolean isAncestor(@Nullable Element outer, Element inner) {
    @Nullable Element up = inner;
    for (int level = 0; level < 6 && up != null; level++, up = up.parent()) {
      if (up == outer) {
        return true;
      }
    }
    return false;
  }

  private static int level(Element block) {
    return isHeading(block) ? block.normalName().charAt(1) - '0' : 0;
  }

  private void neighbour(Row row, PageLine line, int i, int distance) {
    int at = i + distance;
    String name = NEAR[distance + NEIGHBOURS];
    boolean there = at >= 0 && at < lines.size();
    PageLine other = there ? lines.get(at) : line;
    row.add(name, "weight", there ? log(other.weight()) : -1);
    row.add(name, "link-share", there ? other.linkShare() : -1);
    row.add(name, "running", there && running[at] ? 1 : 0);
    row.add(name, "furniture", there ? furniture[at] : 0);
    row.add(name, "sibling", there && other.block().parent() == line.block().parent() ? 1 : 0);
    row.add(name, "same-tag", there && other.block().nameIs(line.block().normalName()) ? 1 : 0);
    row.add(name, "paragraph", there && other.block().nameIs("p") ? 1 : 0);
    boolean heading = there && isHeading(other.block());
    row.add(name, "heading", heading ? 1 : 0);
  }

  private static boolean isHeading(Element block) {
    String name = block.normalName();
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  private double window(double[] sums, int i, int reach) {
    int from = Math.max(0, i - reach);
    int to = Math.min(lines.size(), i + reach + 1);
    return Math.max(0, sums[to] - sums[from]);
  }
}
