package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutated pages: whatever becomes of one, the answer keeps its promises or is a refusal.
 *
 * <p>A page that breaks a promise is written to {@code target/finds}; moved to the test resources
 * ({@code finds/}) it is tried again in every build. {@code -Dfuzz.pages=100000 -Dfuzz.seed=7}
 * makes a longer run.
 */
class FuzzTest {

  private static final int PAGES = Integer.getInteger("fuzz.pages", 240);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  private static final String[] PIECES = {
    "<",
    ">",
    "</div>",
    "</p>",
    "<br>",
    "<p>",
    "<table><tr><td>",
    "</table>",
    "<!--",
    "-->",
    "&#0;",
    "&lt;",
    "<script>",
    "</script>",
    "\u0000",
    "\uD800",
    "\u200D",
    "'",
    "\"",
    "<svg><![CDATA[",
    "</body>",
    "<select>",
    "<ruby>가<rt>",
    "<a href='#'>",
    "<li>",
    "<time>12:00</time>",
    "[앵커]<br>",
    "▷ ",
    " : ",
    "<h2>관련기사</h2>",
    "<noscript>",
    "<template>",
    "<form>",
    "<sup>",
    "\n\n",
    " ",
    "<div hidden>",
    "<span class='img_desc'>",
    "<article>",
    "<plaintext>",
    "<frameset>",
    "&nbsp;"
  };

  private final ArticleExtractor extractor = new ArticleExtractor();

  static Stream<Path> finds() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(FuzzTest.class.getResource("finds"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("finds")
  void earlierFindsStayMended(Path find) throws IOException {
    assertThat(brokenPromise(Files.readString(find))).isEmpty();
  }

  @Test
  void mutatedPagesKeepThePromises() {
    List<String> pages = SamplePage.all("pages").stream().map(SamplePage::html).toList();
    Random random = new Random(SEED);
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      String page = pages.get(random.nextInt(pages.size()));
      String other = pages.get(random.nextInt(pages.size()));
      String mutated = mutated(page, other, random);
      String promise = brokenPromise(mutated);
      if (!promise.isEmpty()) {
        broken.add(promise + " in " + keep(mutated, i));
      }
    }
    assertThat(broken).isEmpty();
  }

  /** What an answer about a page doesn't keep, empty if it keeps everything. */
  private String brokenPromise(String html) {
    Article article;
    try {
      article = extractor.fromHtml(html, null);
    } catch (ArticleException refused) {
      return refused.code().startsWith("article.") ? "" : "a refusal without code";
    } catch (RuntimeException | StackOverflowError crash) {
      return crash.toString();
    }
    List<Integer> numbers =
        Stream.concat(
                article.paragraphs().stream().map(Paragraph::line),
                article.dropped().stream().map(Dropped::line))
            .sorted()
            .toList();
    if (!numbers.equals(IntStream.range(0, numbers.size()).boxed().toList())) {
      return "a line is lost or counted twice";
    }
    if (article.paragraphs().stream().anyMatch(paragraph -> paragraph.text().isBlank())) {
      return "a paragraph is blank";
    }
    List<Integer> read = article.paragraphs().stream().map(Paragraph::line).toList();
    if (!read.equals(read.stream().sorted().toList())) {
      return "the order is lost";
    }
    if (article.dropped().stream().anyMatch(line -> line.reason().isBlank())) {
      return "a line is left out without a reason";
    }
    boolean same = extractor.fromHtml(html, null).paragraphs().equals(article.paragraphs());
    return same ? "" : "the second answer differs from the first";
  }

  private static String mutated(String html, String other, Random random) {
    StringBuilder page = new StringBuilder(html);
    int changes = 1 + random.nextInt(16);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(page.length() + 1);
      int end = Math.min(page.length(), at + random.nextInt(300));
      int from = random.nextInt(other.length());
      switch (random.nextInt(6)) {
        case 0, 1 -> page.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> page.delete(at, end);
        case 3 -> page.insert(at, page.substring(at, end));
        case 4 ->
            page.insert(at, other, from, Math.min(other.length(), from + random.nextInt(800)));
        default ->
            page.insert(at, PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(60)));
      }
    }
    return page.toString();
  }

  private static Path keep(String html, int number) {
    Path file = Path.of("target", "finds", "seed-" + SEED + "-page-" + number + ".html");
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, html.replace('\uD800', '?'));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
