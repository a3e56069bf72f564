package org.nangdok.article.html;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.nangdok.article.LineGrammar;

/**
 * A page to learn from: its lines, the numbers about them and which are the article's.
 *
 * @param set the benchmark it is of
 * @param page the page and its truth
 * @param reading the page as lines
 * @param rows for each line the numbers that a forest looks at
 * @param gold for each line whether it is the article's
 * @param doubtful for each line whether the truth is no authority on it
 */
record Example(
    String set,
    BenchmarkPage page,
    PageReading reading,
    float[][] rows,
    boolean[] gold,
    boolean[] doubtful) {

  private static final Hints HINTS = new Hints();
  private static final LineGrammar GRAMMAR = LineGrammar.standard();

  /** Every so many pages are also learned from as long variants. */
  private static final int LONG_EVERY = Integer.getInteger("long.every", 6);

  /** The pages of a benchmark, and long variants of some of them as a set of their own. */
  static List<Example> of(Path folder) {
    String set = folder.getFileName().toString();
    List<BenchmarkPage> pages = BenchmarkPage.of(folder);
    List<Example> examples = new ArrayList<>();
    for (BenchmarkPage page : pages) {
      Document document = Jsoup.parse(page.html(), page.url());
      if (document.body().hasText()) {
        examples.add(of(set, page, document));
      }
    }
    List<Example> made = new ArrayList<>();
    LongVariants variants = new LongVariants(examples, set.hashCode());
    for (int i = 0; i < examples.size() && LONG_EVERY > 0; i += LONG_EVERY) {
      variants.of(examples.get(i)).ifPresent(made::add);
    }
    examples.addAll(made);
    return examples;
  }

  static Example of(String set, BenchmarkPage page, Document document) {
    PageReading reading =
        PageReading.of(document, PageReading.lines(document), HINTS, Example::furniture);
    List<PageLine> lines = reading.page().lines();
    boolean[] gold = GoldLines.mark(lines, page.truth());
    return new Example(
        set,
        page,
        reading,
        rows(reading.features(), lines.size()),
        gold,
        doubtful(set, reading, gold));
  }

  private static float[][] rows(LineTable table, int lines) {
    float[][] rows = new float[lines][];
    Arrays.setAll(rows, table::of);
    return rows;
  }

  /** The same page with the numbers that the second forest looks at. */
  Example inContext(double[] likely) {
    return new Example(
        set, page, reading, rows(reading.context(likely), likely.length), gold, doubtful);
  }

  /** Whether the page was made of another one. */
  boolean isMade() {
    return set.endsWith("+long");
  }

  List<PageLine> lines() {
    return reading.page().lines();
  }

  /** The text of the lines that are likely enough. */
  String text(double[] likely, double threshold) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < likely.length; i++) {
      if (likely[i] >= threshold) {
        text.append(lines().get(i).text()).append('\n');
      }
    }
    return text.toString();
  }

  /** The truth of one set has no standfirsts: sentences between headline and text are neither. */
  private static boolean[] doubtful(String set, PageReading reading, boolean[] gold) {
    boolean[] doubtful = new boolean[gold.length];
    int first = 0;
    while (first < gold.length && !gold[first]) {
      first++;
    }
    if (set.startsWith("fundus") && reading.headline() >= 0 && first < gold.length) {
      for (int i = reading.headline() + 1; i < first; i++) {
        doubtful[i] = LineShape.isRunning(reading.page().lines().get(i));
      }
    }
    return doubtful;
  }

  private static int furniture(String line) {
    return GRAMMAR.furniture(line).isPresent()
        ? 2
        : GRAMMAR.edgeFurniture(line).isPresent() ? 1 : 0;
  }
}
