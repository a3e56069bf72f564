package org.nangdok.article.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Trains the two forests of {@link LineForest} on benchmark pages and says how well forests that
 * never saw a page's site do on it.
 *
 * <p>Arguments: folders of benchmarks; {@code -o FOLDER} to write the forests that learned on all
 * pages; {@code -k FOLDER} to write for each fold those that didn't see it, for {@code
 * ExtractionScores}. Long variants of some pages ({@link LongVariants}) are learned from but not
 * counted.
 */
public final class LineForestTrainer {

  private static final int TREES = Integer.getInteger("trees", 120);
  private static final int DEPTH = Integer.getInteger("depth", 6);
  private static final double RATE = Double.parseDouble(System.getProperty("rate", "0.1"));
  private static final int BINS = 48;
  private static final int SCRAP = 40;
  private static final int SCRAPS = 3;
  private static final int FOLDS = Integer.getInteger("folds", 3);

  private static final String DUMP = System.getProperty("dump", "");

  private LineForestTrainer() {}

  public static void main(String[] arguments) throws IOException {
    List<Example> examples = new ArrayList<>();
    String output = "";
    String byFold = "";
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "-o" -> output = arguments[++i];
        case "-k" -> byFold = arguments[++i];
        default -> examples.addAll(Example.of(Path.of(arguments[i])));
      }
    }
    say(examples.size() + " pages, " + examples.stream().filter(Example::isMade).count() + " made");
    score(
        "every line right",
        examples,
        examples.stream().map(Example::gold).map(LineForestTrainer::numbers).toList());
    List<LineForest> lineForests = folds(examples, Example::rows, DEPTH);
    List<double[]> first = unseen(examples, Example::rows, lineForests);
    score("first forest", examples, first);
    List<Example> seconds = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      seconds.add(examples.get(i).inContext(first.get(i)));
    }
    List<LineForest> contextForests = folds(seconds, Example::rows, DEPTH - 1);
    List<double[]> second = unseen(seconds, Example::rows, contextForests);
    score("second forest", examples, second);
    dump(examples, first, second);
    for (int fold = 0; fold < FOLDS && !byFold.isEmpty(); fold++) {
      Path folder = Files.createDirectories(Path.of(byFold, String.valueOf(fold)));
      write(folder.resolve("lines.forest"), lineForests.get(fold));
      write(folder.resolve("context.forest"), contextForests.get(fold));
    }
    if (!output.isEmpty()) {
      write(Path.of(output, "lines.forest"), train(examples, Example::rows, DEPTH, 7));
      write(Path.of(output, "context.forest"), train(seconds, Example::rows, DEPTH - 1, 8));
    }
  }

  private static double[] numbers(boolean[] gold) {
    double[] numbers = new double[gold.length];
    Arrays.setAll(numbers, i -> gold[i] ? 1 : 0);
    return numbers;
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

  /** For each fold a forest that saw no page of its sites. */
  private static List<LineForest> folds(
      List<Example> examples, Function<Example, float[][]> rows, int depth) {
    return IntStream.range(0, FOLDS)
        .parallel()
        .mapToObj(
            fold ->
                train(
                    examples.stream().filter(e -> e.page().fold(FOLDS) != fold).toList(),
                    rows,
                    depth,
                    fold))
        .toList();
  }

  /** Likelihoods for every page from the forest that never saw its site. */
  private static List<double[]> unseen(
      List<Example> examples, Function<Example, float[][]> rows, List<LineForest> forests) {
    List<double[]> likely = new ArrayList<>();
    for (Example example : examples) {
      LineForest forest = forests.get(example.page().fold(FOLDS));
      float[][] numbers = rows.apply(example);
      double[] of = new double[numbers.length];
      Arrays.setAll(of, line -> forest.likelihood(numbers[line]));
      likely.add(of);
    }
    return likely;
  }

  private static void score(String name, List<Example> examples, List<double[]> likely) {
    for (double threshold : new double[] {0.5, 0.6}) {
      TreeMap<String, ShingleScore> scores = new TreeMap<>();
      for (int i = 0; i < examples.size(); i++) {
        Example e = examples.get(i);
        String text = e.text(likely.get(i), threshold);
        scores
            .computeIfAbsent(e.set(), s -> new ShingleScore())
            .add(e.page().id(), e.page().truth(), text);
      }
      scores.forEach(
          (set, score) -> say(String.format("%-16s %.1f %-12s %s", name, threshold, set, score)));
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

  private static LineForest train(
      List<Example> examples, Function<Example, float[][]> numbers, int depth, long seed) {
    List<float[]> rows = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    Random random = new Random(seed);
    for (Example example : examples) {
      double total = 0;
      for (int i = 0; i < example.gold().length; i++) {
        total += example.gold()[i] ? example.lines().get(i).weight() : 0;
      }
      float[][] of = numbers.apply(example);
      for (int i = 0; i < example.gold().length; i++) {
        if (example.doubtful()[i]) {
          continue;
        }
        double share = example.lines().get(i).weight() / Math.max(200, total);
        double weight = 0.0005 + Math.min(0.2, share);
        // Short lines that aren't the article's are many and alike: some stand for all.
        boolean scrap = !example.gold()[i] && example.lines().get(i).weight() < SCRAP;
        if (scrap && random.nextInt(SCRAPS) > 0) {
          continue;
        }
        rows.add(of[i]);
        labels.add(example.gold()[i] ? 1.0 : 0.0);
        weights.add(scrap ? SCRAPS * weight : weight);
      }
    }
    return new Boosting(rows, labels, weights, BINS, depth, RATE, new Random(seed)).grow(TREES);
  }
}
