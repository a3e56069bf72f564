package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.article.html.BenchmarkPage;
import org.nangdok.article.html.LineWalker;

/** Every line that an input shows is read or stands, with a reason, in what was left out. */
class LineLedgerTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  /** Checks a page's account; a refused page reads nothing and needs none. */
  private void check(String name, String html, String url) {
    Article article;
    try {
      article = extractor.fromHtml(html, url);
    } catch (ArticleException refused) {
      return;
    }
    assertThat(article.dropped())
        .as(name)
        .noneMatch(line -> line.reason().equals(LineLedger.UNACCOUNTED))
        .noneMatch(line -> line.reason().isBlank());
    String account =
        Stream.concat(
                article.paragraphs().stream().map(Paragraph::text),
                article.dropped().stream().map(Dropped::text))
            .map(text -> LineText.key(LineText.fold(text)))
            .collect(Collectors.joining("|"));
    LineWalker.read(Jsoup.parse(html, url).body(), true).lines().stream()
        .map(line -> LineText.key(LineText.fold(line.text())))
        .filter(key -> !key.isEmpty() && key.length() < 2_000)
        .limit(2_000)
        .forEach(key -> assertThat(isIn(account, key)).as(name + ": " + key).isTrue());
  }

  /** Whether a line stands in the account whole, or as its sentences and what was glued to them. */
  private static boolean isIn(String account, String key) {
    if (account.contains(key)) {
      return true;
    }
    for (int cut = 1; cut < key.length(); cut++) {
      if (account.contains(key.substring(0, cut)) && account.contains(key.substring(cut))) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"fundus", "readability", "long", "scrapinghub"})
  void benchmarkPages(String set) {
    Path folder = SharedData.require("extraction/" + set);
    for (BenchmarkPage page : BenchmarkPage.of(folder)) {
      check(page.id(), page.html(), page.url());
    }
  }

  @Test
  void faultsComeRight() throws IOException {
    Path folder = SharedData.require("faults/articles");
    List<Path> wanted;
    try (Stream<Path> files = Files.list(folder)) {
      wanted = files.filter(file -> file.toString().endsWith(".want.txt")).sorted().toList();
    }
    for (Path want : wanted) {
      String name = want.getFileName().toString().replace(".want.txt", "");
      Path html = folder.resolve(name + ".html");
      List<String> found;
      try {
        Article article =
            Files.exists(html)
                ? extractor.fromHtml(Files.readString(html), "https://example.org/" + name)
                : extractor.fromText(Files.readString(folder.resolve(name + ".txt")));
        found = article.body().stream().map(Paragraph::text).toList();
      } catch (ArticleException refused) {
        found = List.of("(refused: " + refused.code() + ")");
      }
      List<String> expected = Files.readAllLines(want).stream().filter(l -> !l.isBlank()).toList();
      assertThat(found).as(name).isEqualTo(expected);
    }
  }

  @Test
  void generatedPages() {
    Random random = new Random(19);
    for (int i = 0; i < 300; i++) {
      check("generated " + i, page(random), "https://example.org/" + i);
    }
  }

  @Test
  void generatedTexts() {
    Random random = new Random(91);
    for (int i = 0; i < 300; i++) {
      List<String> lines = new ArrayList<>();
      IntStream.range(0, 1 + random.nextInt(30)).forEach(l -> lines.add(line(random)));
      String text = String.join("\n", lines);
      try {
        Article article = extractor.fromText(text);
        assertThat(LineLedger.isBalanced(text, article.paragraphs(), article.dropped()))
            .as(text)
            .isTrue();
      } catch (ArticleException empty) {
        assertThat(Set.of("article.empty")).contains(empty.code());
      }
    }
  }

  private static final List<String> OPEN =
      List.of(
          "<p>",
          "<div>",
          "<div class='share'>",
          "<div hidden>",
          "<ul><li>",
          "<blockquote>",
          "<h2>",
          "<aside>",
          "<figure><figcaption>",
          "<div aria-hidden='true'>",
          "<table><tr><td>",
          "<pre>",
          "<article>",
          "<div role='dialog'>",
          "<span>",
          "<div class='comments'>",
          "<footer>");

  private static String page(Random random) {
    StringBuilder page =
        new StringBuilder("<html><head><title>Generated - Gazette</title></head><body>");
    int blocks = 5 + random.nextInt(60);
    for (int i = 0; i < blocks; i++) {
      page.append(OPEN.get(random.nextInt(OPEN.size()))).append(line(random));
      if (random.nextInt(3) > 0) {
        page.append("<br>").append(line(random));
      }
      if (random.nextInt(4) > 0) {
        page.append(
            "</p></div></ul></blockquote></h2></aside></figure></table></pre></article></footer>");
      }
    }
    return page.append("</body></html>").toString();
  }

  private static final List<String> PIECES =
      List.of(
          "The mill turns again after thirty years of silence.",
          "강변에 새 도서관이 문을 열었습니다.",
          "9:12",
          "12",
          "From: Ann",
          "Subject: mill",
          "> it was late",
          "# Mill",
          "**bold** words",
          "00:00:01,000 --> 00:00:02,000",
          "[서하늘] [오전 9:12] 왔어요",
          "[앵커]",
          "ⓒ 하늘일보",
          "bada@example.com",
          "- 3 -",
          "[mill](https://mill.example)",
          "Read more",
          "관련기사",
          "an open line that goes on in the next one and is divi-",
          "ded here",
          "\f",
          "| a | b |",
          "```",
          "---",
          "12/01/2026, 18:03 - Ann: late again",
          "유바다 기자",
          "Photo: Ann Lee",
          "⋯",
          "الطاحونة تدور من جديد",
          "水車がまた回り始めた。");

  private static String line(Random random) {
    return IntStream.range(0, 1 + random.nextInt(2))
        .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
        .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
  }
}
