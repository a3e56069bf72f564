package org.nangdok.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.html.BenchmarkPage;
import org.nangdok.article.html.Deadline;
import org.nangdok.article.html.FactReader;
import org.nangdok.article.html.PageScan;
import org.nangdok.article.html.PageScanner;
import org.nangdok.article.html.ShingleScore;
import org.nangdok.article.html.SiteProfile;
import org.nangdok.article.html.SiteProfiles;

/** What each part of the extractor is worth: scores with one of them off. */
public final class ExtractionAblations {

  private static final PageScanner SCANNER = new PageScanner();
  private static final SiteProfiles PROFILES = new SiteProfiles();
  private static final LineGrammar GRAMMAR = LineGrammar.standard();
  private static final LineGrammar NO_GRAMMAR = LineGrammar.of(List.of(), LineRules.kept());

  /**
   * One way to extract.
   *
   * @param grammar the line grammar
   * @param profiles whether sites' profiles are used
   * @param language as which all pages are taken, null for the language of each
   * @param duplicates whether second copies are left out
   * @param facts whether the page's facts are read, which tell the headline from the text
   * @param allowed which candidates may win
   */
  private record Way(
      LineGrammar grammar,
      boolean profiles,
      @Nullable String language,
      boolean duplicates,
      boolean facts,
      Predicate<String> allowed) {

    static final Way ALL = new Way(GRAMMAR, true, null, true, true, name -> true);

    Way without(String candidate) {
      return new Way(
          grammar, profiles, language, duplicates, facts, name -> !name.equals(candidate));
    }

    Way in(String tag) {
      return new Way(grammar, false, tag, duplicates, facts, allowed);
    }

    String text(String html, String url) {
      Document document = Jsoup.parse(html, url);
      PageFurniture furniture =
          new PageFurniture(
              grammar,
              Deadline.in(ArticleExtractor.LONGEST_WORK),
              new Excerpts(() -> document.body().text()));
      PageScan scan = SCANNER.scan(document, furniture::level, 20_000).orElseThrow();
      String sample =
          scan.page().lines().stream()
              .filter(line -> line.weight() >= 40)
              .map(line -> line.text())
              .collect(Collectors.joining("\n"));
      String tag = language == null ? new TextLanguage().of(sample) : language;
      SiteProfile profile = profiles ? PROFILES.of(url, document).orElse(null) : null;
      List<Candidate> candidates =
          new Candidates(document, scan, grammar, furniture)
              .all(profile, tag).stream()
                  .filter(candidate -> allowed.test(candidate.name()))
                  .toList();
      if (candidates.isEmpty()) {
        return "";
      }
      Candidate chosen = Chooser.choose(candidates).candidate();
      String title =
          facts
              ? FactReader.read(
                      document,
                      profile,
                      scan.data(),
                      LineText.fold(scan.headlineText()),
                      HtmlReader.headingAbove(scan, chosen),
                      tag)
                  .title()
              : "";
      ArticleLines lines =
          duplicates
              ? new ArticleLines(grammar, furniture, scan, chosen, title)
              : new ArticleLines(
                  grammar, furniture, scan, chosen, title, (keys, labels) -> new BitSet());
      return lines.text();
    }
  }

  private ExtractionAblations() {}

  public static void main(String[] folders) throws IOException {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("everything on", Way.ALL);
    ways.put("no line grammar", new Way(NO_GRAMMAR, true, null, true, true, name -> true));
    ways.put("no site profiles", new Way(GRAMMAR, false, null, true, true, name -> true));
    ways.put("no second copies out", new Way(GRAMMAR, true, null, false, true, name -> true));
    ways.put("no facts", new Way(GRAMMAR, true, null, true, false, name -> true));
    ways.put("no live blog", Way.ALL.without("live-blog"));
    ways.put("no itemprop", Way.ALL.without("itemprop"));
    ways.put("no script data", Way.ALL.without("script"));
    ways.put("no JSON-LD rescue", Way.ALL.without("json-ld"));
    ways.put("lines scored in every language", Way.ALL.in("en"));
    ways.put("container whole in every language", Way.ALL.in("ko"));
    for (String folder : folders) {
      Path path = Path.of(folder);
      for (Map.Entry<String, Way> way : ways.entrySet()) {
        String result =
            Files.exists(path.resolve("ground-truth.json"))
                ? shingles(path, way.getValue())
                : exact(path, way.getValue());
        System.out.printf("%-14s %-34s %s%n", path.getFileName(), way.getKey(), result);
      }
    }
  }

  private static String shingles(Path folder, Way way) {
    ShingleScore score = new ShingleScore();
    BenchmarkPage.of(folder)
        .forEach(page -> score.add(page.id(), page.truth(), way.text(page.html(), page.url())));
    return score.toString();
  }

  private static String exact(Path folder, Way way) throws IOException {
    int pages = 0;
    int exact = 0;
    int wrong = 0;
    StringBuilder names = new StringBuilder();
    List<Path> golds;
    try (Stream<Path> files = Files.list(folder)) {
      golds = files.filter(f -> f.toString().endsWith(".gold.txt")).sorted().toList();
    }
    for (Path gold : golds) {
      String name = gold.getFileName().toString().replace(".gold.txt", "");
      Path html = folder.resolve(name + ".html");
      if (!Files.exists(html)) {
        continue;
      }
      Path optional = folder.resolve(name + ".optional.txt");
      var free = new TreeSet<>(Files.exists(optional) ? lines(optional) : List.of());
      List<String> expected = lines(gold);
      List<String> found =
          Arrays.stream(way.text(Files.readString(html), "https://example.org/").split("\n"))
              .filter(line -> !free.contains(line) || expected.contains(line))
              .toList();
      pages++;
      exact += found.equals(expected) ? 1 : 0;
      if (!found.equals(expected)) {
        names.append(' ').append(name);
        wrong += (int) found.stream().filter(line -> !expected.contains(line)).count();
        if (Boolean.getBoolean("lines")) {
          found.stream()
              .filter(l -> !expected.contains(l))
              .forEach(l -> names.append("\n  + ").append(l));
          expected.stream()
              .filter(l -> !found.contains(l))
              .forEach(l -> names.append("\n  - ").append(l));
        }
      }
    }
    return "exact " + exact + " of " + pages + ", surplus lines " + wrong + names;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(LineText::fold)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
