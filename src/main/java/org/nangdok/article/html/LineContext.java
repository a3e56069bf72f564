package org.nangdok.article.html;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the second {@link LineForest} looks at: for each line how likely its neighbours and its
 * container are the article's, given the likelihoods of the first forest.
 */
final class LineContext extends LineTable {

  private static final String[] TAGS = {
    "p", "div", "li", "h1", "h2", "h3", "tr", "pre", "figcaption", "blockquote", "td"
  };
  private static final int NEIGHBOURS = 4;

  private final double[] likely;
  private final double[] furniture;
  private final double[] inData;
  private final double[] weights;
  private final double[] likelyWeights;
  private final double[] gains;
  private final double[] templateWeight;
  private final double[] templateLikely;
  private final double total;
  private final double most;
  private final PageLines.Range container;
  private final @Nullable Element holder;

  /**
   * @param templates of the same page
   * @param likely the first forest's likelihood of each line
   * @param furniture as in {@link LineFeatures}
   * @param inData for each line 1 if the page's JSON-LD has it in its article, 0 if not, -1 if the
   *     page has none
   */
  LineContext(
      PageLines page,
      Surroundings surroundings,
      Templates templates,
      double[] likely,
      int[] furniture,
      double[] inData) {
    super(page, surroundings);
    this.likely = likely;
    this.inData = inData;
    this.furniture = Arrays.stream(furniture).asDoubleStream().toArray();
    int n = lines.size();
    weights = new double[n + 1];
    likelyWeights = new double[n + 1];
    gains = new double[n + 1];
    double highest = 0;
    for (int i = 0; i < n; i++) {
      double weight = lines.get(i).weight();
      weights[i + 1] = weights[i] + weight;
      likelyWeights[i + 1] = likelyWeights[i] + weight * likely[i];
      gains[i + 1] = gains[i] + (weight + 10) * (likely[i] - 0.4);
      highest = Math.max(highest, weight >= 40 ? likely[i] : 0);
    }
    double[] own = lines.stream().mapToDouble(PageLine::weight).toArray();
    templateWeight = templates.sums(own);
    Arrays.setAll(own, i -> own[i] * likely[i]);
    templateLikely = templates.sums(own);
    total = Math.max(1, likelyWeights[n]);
    most = highest;
    Element best = null;
    PageLines.Range range = new PageLines.Range(0, n);
    double gain = 0;
    for (Map.Entry<Element, PageLines.Range> entry : page.ranges().entrySet()) {
      PageLines.Range here = entry.getValue();
      double worth = gains[here.to()] - gains[here.from()];
      if (worth > gain) {
        best = entry.getKey();
        range = here;
        gain = worth;
      }
    }
    holder = best;
    container = range;
  }

  /** The lines of the element that gains most from being taken whole. */
  PageLines.Range container() {
    return container;
  }

  /** That element, if any. */
  @Nullable Element holder() {
    return holder;
  }

  @Override
  void describe(Row row, PageLine line, int i) {
    row.add("likely", likely[i]);
    row.add("weight", Math.log(1 + line.weight()));
    row.add("link-share", line.linkShare());
    row.add("bold-share", (double) line.boldWeight() / line.weight());
    row.add("sentence", LineShape.endsSentence(line.text()) ? 1 : 0);
    row.add("furniture", furniture[i]);
    row.add("in-data", inData[i]);
    for (String tag : TAGS) {
      row.add(tag, line.block().nameIs(tag) ? 1 : 0);
    }
    for (int d = -NEIGHBOURS; d <= NEIGHBOURS; d++) {
      int at = i + d;
      boolean there = at >= 0 && at < likely.length;
      row.add("neighbour", d == 0 || !there ? -1 : likely[at]);
      row.add("neighbour-data", d == 0 || !there ? -1 : inData[at]);
    }
    row.add("near-3", mean(i - 3, i + 4));
    row.add("near-8", mean(i - 8, i + 9));
    row.add("near-20", mean(i - 20, i + 21));
    row.add("before-6", mean(i - 6, i));
    row.add("after-6", mean(i + 1, i + 7));
    row.add("done", likelyWeights[i] / total);
    row.add("left", (likelyWeights[likely.length] - likelyWeights[i + 1]) / total);
    row.add("left-enough", log(enough(likelyWeights[likely.length] - likelyWeights[i + 1])));
    row.add("total", log(enough(total)));
    row.add("most", most);
    Element up = line.block();
    for (int level = 0; level < 5; level++) {
      up = level == 0 || up == null ? up : up.parent();
      PageLines.Range range = page.of(up);
      row.add("up-mean", mean(range.from(), range.to()));
      row.add("up-share", sum(likelyWeights, range) / (level == 0 ? enough(total) : total));
      row.add("up-lines", log(few(range.size())));
    }
    row.add("template-mean", templateLikely[i] / Math.max(1, templateWeight[i]));
    row.add("template-share", templateLikely[i] / total);
    row.add("template-others", others(templateLikely[i], templateWeight[i], i));
    container(row, line, i);
  }

  private void container(Row row, PageLine line, int i) {
    boolean inside = i >= container.from() && i < container.to();
    row.add("inside", inside ? 1 : 0);
    row.add("from", Math.clamp(i - container.from(), -20, 30));
    row.add("to", Math.clamp(container.to() - 1 - i, -20, 30));
    row.add("container-mean", mean(container.from(), container.to()));
    row.add(
        "container-share",
        (likelyWeights[container.to()] - likelyWeights[container.from()]) / total);
    Part part = part(line, holder, container);
    row.add("steps", part.steps());
    row.add("part-mean", mean(part.lines().from(), part.lines().to()));
    row.add("part-share", sum(likelyWeights, part.lines()) / total);
    row.add("part-lines", log(few(part.lines().size())));
    Set<Surroundings.Place> places = surroundings.of(line.block()).places();
    row.add("articles", places.contains(Surroundings.Place.ARTICLE) ? 1 : 0);
    row.add("aside", places.contains(Surroundings.Place.ASIDE) ? 1 : 0);
    row.add("list", places.contains(Surroundings.Place.LIST) ? 1 : 0);
    row.add("table", places.contains(Surroundings.Place.TABLE) ? 1 : 0);
    row.add("code", places.contains(Surroundings.Place.PRE) ? 1 : 0);
  }

  /** Mean likelihood of the other lines of the same template, -1 if there is none. */
  private double others(double likelySum, double weightSum, int i) {
    double weight = lines.get(i).weight();
    double rest = weightSum - weight;
    return rest < 1 ? -1 : (likelySum - weight * likely[i]) / rest;
  }

  private double mean(int from, int to) {
    int start = Math.max(0, from);
    int end = Math.min(likely.length, to);
    return start >= end
        ? 0
        : (likelyWeights[end] - likelyWeights[start]) / (weights[end] - weights[start]);
  }
}
