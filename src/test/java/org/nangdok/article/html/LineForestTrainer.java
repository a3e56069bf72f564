package org.nangdok.article.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.nangdok.article.LineGrammar;

/**
 * Trains the forest of {@link LineForest} on benchmark pages and says how well forests that never
 * saw a page do on it.
 *
 * <p>Arguments: folders, then {@code -o FILE} to write a forest trained on all pages.
 */
public final class LineForestTrainer {

  private static final int TREES = Integer.getInteger("trees", 120);
  private static final int DEPTH = Integer.getInteger("depth", 6);
  private static final double RATE = Double.parseDouble(System.getProperty("rate", "0.1"));
  private static final int BINS = 48;
  private static final int FOLDS = Integer.getInteger("folds", 3);

  /** The lines of one page, their numbers and which are the article's. */
  record Example(
      BenchmarkPage page,
      PageReading reading,
      List<PageLine> lines,
      float[][] rows,
      boolean[] gold) {}

  private static final Hints HINTS = new Hints();
  private static final LineGrammar GRAMMAR = LineGrammar.standard();
  private static final String DUMP = System.getProperty("dump", "");

  private LineForestTrainer() {}

  private static int furniture(String line) {
    return GRAMMAR.furniture(line).isPresent()
        ? 2
        : GRAMMAR.edgeFurniture(line).isPresent() ? 1 : 0;
  }

  public static void main(String[] arguments) throws IOException {
    List<Example> examples = new ArrayList<>();
    String output = "";
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("-o")) {
        output = arguments[++i];
      } else {
        for (BenchmarkPage page : BenchmarkPage.of(Path.of(arguments[i]))) {
          example(page).ifPresent(examples::add);
        }
      }
    }
    say(examples.size() + " pages");
    ShingleScore oracle = new ShingleScore();
    examples.forEach(e -> oracle.add(e.page().id(), e.page().truth(), text(e, e.gold())));
    say("every line right      " + oracle);
    List<double[]> first = unseen(examples, Example::rows, TREES, DEPTH);
    score("first forest ", examples, first);
    List<float[][]> contexts = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      LineContext context = examples.get(i).reading().context(first.get(i));
      float[][] rows = new float[first.get(i).length][];
      Arrays.setAll(rows, context::of);
      contexts.add(rows);
    }
    Map<Example, float[][]> rows = new IdentityHashMap<>();
    for (int i = 0; i < examples.size(); i++) {
      rows.put(examples.get(i), contexts.get(i));
    }
    List<double[]> second =
        unseen(examples, e -> Objects.requireNonNull(rows.get(e)), TREES, DEPTH - 1);
    score("second forest", examples, second);
    dump(examples, first, second);
    if (!output.isEmpty()) {
      write(Path.of(output, "lines.forest"), train(examples, Example::rows, TREES, DEPTH, 7));
      write(
          Path.of(output, "context.forest"),
          train(examples, e -> Objects.requireNonNull(rows.get(e)), TREES, DEPTH - 1, 8));
    }
  }

  private static void write(Path file, LineForest forest) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Written by LineForestTrainer; one tree a line. See docs/extraction.md.");
    lines.addAll(forest.written());
    Files.write(file, lines);
  }

  private static void say(String line) {
    System.out.println(line);
  }

  /** Likelihoods for every page from forests that never saw it. */
  private static List<double[]> unseen(
      List<Example> examples, Function<Example, float[][]> rows, int trees, int depth) {
    double[][] likely = new double[examples.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      int f = fold;
      List<Example> others =
          IntStream.range(0, examples.size())
              .filter(i -> i % FOLDS != f)
              .mapToObj(examples::get)
              .toList();
      LineForest forest = train(others, rows, trees, depth, fold);
      for (int i = fold; i < examples.size(); i += FOLDS) {
        float[][] numbers = rows.apply(examples.get(i));
        likely[i] = new double[numbers.length];
        Arrays.setAll(likely[i], line -> forest.likelihood(numbers[line]));
      }
    }
    return List.of(likely);
  }

  private static void score(String name, List<Example> examples, List<double[]> likely) {
    for (double threshold : new double[] {0.4, 0.45, 0.5, 0.55, 0.6}) {
      ShingleScore small = new ShingleScore();
      ShingleScore large = new ShingleScore();
      for (int i = 0; i < examples.size(); i++) {
        Example e = examples.get(i);
        double[] of = likely.get(i);
        boolean[] chosen = new boolean[of.length];
        for (int line = 0; line < of.length; line++) {
          chosen[line] = of[line] >= threshold;
        }
        ShingleScore score = e.page().id().length() > 20 ? small : large;
        score.add(e.page().id(), e.page().truth(), text(e, chosen));
      }
      say(name + " from " + threshold + "   scrapinghub " + small + "   wcxb " + large);
    }
  }

  private static void dump(List<Example> examples, List<double[]> first, List<double[]> second)
      throws IOException {
    List<String> dump = new ArrayList<>();
    for (int i = 0; i < examples.size() && !DUMP.isEmpty(); i++) {
      Example e = examples.get(i);
      for (PageLine line : e.lines()) {
        int at = line.number();
        dump.add(
            String.join(
                "\t",
                e.page().id(),
                String.format("%.3f", second.get(i)[at]),
                e.gold()[at] ? "G" : "-",
                String.valueOf(line.weight()),
                path(line),
                String.format("%.3f ", first.get(i)[at])
                    + line.text().substring(0, Math.min(100, line.text().length()))));
      }
    }
    if (!DUMP.isEmpty()) {
      Files.write(Path.of(DUMP), dump);
    }
  }

  private static String path(PageLine line) {
    StringBuilder path = new StringBuilder();
    org.jsoup.nodes.Element up = line.block();
    for (int i = 0; i < 4 && up != null; i++, up = up.parent()) {
      path.append(up.normalName())
          .append(up.className().isEmpty() ? "" : "." + up.className().replaceAll("\\s+", "."))
          .append(" < ");
    }
    return path.toString();
  }

  private static Optional<Example> example(BenchmarkPage page) {
    Document document = Jsoup.parse(page.html(), page.url());
    if (!document.body().hasText()) {
      return Optional.empty();
    }
    PageReading reading =
        PageReading.of(document, PageReading.lines(document), HINTS, LineForestTrainer::furniture);
    List<PageLine> lines = reading.page().lines();
    float[][] rows = new float[lines.size()][];
    Arrays.setAll(rows, reading.features()::of);
    return Optional.of(
        new Example(page, reading, lines, rows, GoldLines.mark(lines, page.truth())));
  }

  private static String text(Example example, boolean[] chosen) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        text.append(example.lines().get(i).text()).append('\n');
      }
    }
    return text.toString();
  }

  private static LineForest train(
      List<Example> examples,
      Function<Example, float[][]> numbers,
      int trees,
      int depth,
      long seed) {
    List<float[]> rows = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Example example : examples) {
      double total = 0;
      for (int i = 0; i < example.gold().length; i++) {
        total += example.gold()[i] ? example.lines().get(i).weight() : 0;
      }
      float[][] of = numbers.apply(example);
      for (int i = 0; i < example.gold().length; i++) {
        rows.add(of[i]);
        labels.add(example.gold()[i] ? 1.0 : 0.0);
        double share = example.lines().get(i).weight() / Math.max(200, total);
        weights.add(0.0005 + Math.min(0.2, share));
      }
    }
    return new Boosting(rows, labels, weights, BINS, depth, RATE, new Random(seed)).grow(trees);
  }
}
