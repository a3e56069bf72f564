package org.nangdok.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nangdok.article.html.BenchmarkPage;
import org.nangdok.article.html.PageScanner;
import org.nangdok.article.html.ShingleScore;

/**
 * Scores the extractor on saved pages, as the scorers for a running service do: shingles for a
 * folder with {@code ground-truth.json}, else exact paragraphs.
 */
public final class ExtractionScores {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  /**
   * Folder of the trainer's forests by fold: each page is read by those that never saw its site.
   */
  private static final String FOLDS = System.getProperty("folds", "");

  private static final List<ArticleExtractor> UNSEEN = unseen();

  private static List<ArticleExtractor> unseen() {
    List<ArticleExtractor> extractors = new ArrayList<>();
    for (int fold = 0; !FOLDS.isEmpty(); fold++) {
      Path folder = Path.of(FOLDS, String.valueOf(fold));
      if (!Files.exists(folder)) {
        break;
      }
      extractors.add(
          new ArticleExtractor(ArticleExtractor.LONGEST_WORK, () -> PageScanner.of(folder)));
    }
    return extractors;
  }

  private static ArticleExtractor extractor(BenchmarkPage page) {
    return UNSEEN.isEmpty() ? EXTRACTOR : UNSEEN.get(page.fold(UNSEEN.size()));
  }

  private static final java.lang.management.ThreadMXBean CPU =
      java.lang.management.ManagementFactory.getThreadMXBean();

  private ExtractionScores() {}

  public static void main(String[] folders) throws IOException {
    for (String folder : folders) {
      Path path = Path.of(folder);
      if (Files.exists(path.resolve("ground-truth.json"))) {
        List<Double> times = new ArrayList<>();
        TreeMap<String, Integer> refusals = new TreeMap<>();
        ShingleScore score = shingles(path, times, refusals);
        double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
        System.out.printf(
            "%s %s  median %.1f ms, slowest %.1f ms, refused %s%n",
            path.getFileName(),
            score,
            sorted[sorted.length / 2],
            sorted[sorted.length - 1],
            refusals);
        score.pages().stream()
            .sorted(Comparator.comparingDouble(ShingleScore.Page::f1))
            .limit(Integer.getInteger("worst", 8))
            .forEach(page -> System.out.printf("   %.3f %s%n", page.f1(), page));
      } else {
        paragraphs(path).forEach(System.out::println);
      }
    }
  }

  /** Shingle scores of all pages of a benchmark. */
  static ShingleScore shingles(
      Path folder, List<Double> millis, TreeMap<String, Integer> refusals) {
    ShingleScore score = new ShingleScore();
    for (BenchmarkPage page : BenchmarkPage.of(folder)) {
      long start = CPU.getCurrentThreadCpuTime();
      String text;
      try {
        text = text(extractor(page).fromHtml(page.html(), page.url()));
      } catch (ArticleException refused) {
        text = "";
        refusals.merge(
            refused.code()
                + (page.truth().isBlank() ? " rightly" : " " + page.id().substring(0, 4)),
            1,
            Integer::sum);
      }
      millis.add((CPU.getCurrentThreadCpuTime() - start) / 1e6);
      score.add(page.id(), page.truth(), text);
    }
    return score;
  }

  /** For each page with gold paragraphs what is wrong, "exact" if nothing is. */
  static List<String> paragraphs(Path folder) throws IOException {
    List<String> report = new ArrayList<>();
    List<Path> golds;
    try (Stream<Path> files = Files.list(folder)) {
      golds = files.filter(f -> f.toString().endsWith(".gold.txt")).sorted().toList();
    }
    for (Path gold : golds) {
      String name = gold.getFileName().toString().replace(".gold.txt", "");
      Path html = folder.resolve(name + ".html");
      Path optional = folder.resolve(name + ".optional.txt");
      Set<String> free =
          Files.exists(optional) ? new TreeSet<>(lines(Files.readString(optional))) : Set.of();
      List<String> expected = lines(Files.readString(gold));
      List<String> found;
      String by;
      try {
        Article article =
            Files.exists(html)
                ? EXTRACTOR.fromHtml(Files.readString(html), "https://example.org/" + name)
                : EXTRACTOR.fromText(Files.readString(folder.resolve(name + ".txt")));
        found = lines(text(article));
        by =
            article.details().chosenBy()
                + " | "
                + article.title()
                + " | "
                + article.byline()
                + " | "
                + article.published()
                + " | "
                + article.site();
      } catch (ArticleException refused) {
        found = List.of();
        by = refused.code();
      }
      List<String> counted =
          found.stream().filter(l -> !free.contains(l) || expected.contains(l)).toList();
      report.add(name + (counted.equals(expected) ? " exact " : " WRONG ") + by);
      counted.stream().filter(l -> !expected.contains(l)).forEach(l -> report.add("   + " + l));
      expected.stream().filter(l -> !counted.contains(l)).forEach(l -> report.add("   - " + l));
    }
    return report;
  }

  private static String text(Article article) {
    return article.body().stream().map(Paragraph::text).collect(Collectors.joining("\n"));
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\n")).map(LineText::fold).filter(l -> !l.isEmpty()).toList();
  }
}
