package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold for every page: order is kept, nothing is invented, noise changes nothing. */
class NoiseTest {

  private static final String[] SUBJECTS = {
    "The council", "A new library", "The river", "Her neighbour", "The old market", "Nobody"
  };
  private static final String[] REST = {
    "opened its doors on Monday after three years of work",
    "was read about in every house along the water",
    "said that the money would be found before the spring",
    "had been there since the bridge was built, and it stayed",
    "asked for more books, more light and longer hours",
    "gave what it had, which was not much but was enough"
  };

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static List<String> sentences(Random random, int count) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(
          SUBJECTS[random.nextInt(SUBJECTS.length)]
              + " "
              + REST[random.nextInt(REST.length)]
              + ", number "
              + i
              + " of "
              + count
              + ".");
    }
    return sentences;
  }

  private static String page(List<String> sentences, String tag, String attributes, String space) {
    String body =
        sentences.stream()
            .map(
                s ->
                    "<"
                        + tag
                        + attributes
                        + ">"
                        + space
                        + s.replace(" ", space + " ")
                        + space
                        + "</"
                        + tag
                        + ">")
            .collect(Collectors.joining(space));
    return "<html><head><title>The library by the river</title></head><body"
        + attributes
        + "><nav><a href='/'>Home</a><a href='/n'>News</a></nav><article><h1>The library by the river</h1>"
        + body
        + "</article><footer><p>© 2024 Example Daily</p></footer></body></html>";
  }

  private List<String> body(String html) {
    return extractor.fromHtml(html, null).body().stream().map(Paragraph::text).toList();
  }

  @Test
  void orderIsKeptAndNothingIsInvented() {
    Random random = new Random(1);
    for (int round = 0; round < 20; round++) {
      List<String> sentences = sentences(random, 4 + random.nextInt(20));
      List<String> body = body(page(sentences, "p", "", ""));
      assertThat(sentences).containsSubsequence(body);
      assertThat(body).hasSizeGreaterThanOrEqualTo(sentences.size() - 1);
    }
  }

  @Test
  void spacesAndIdleAttributesChangeNothing() {
    Random random = new Random(2);
    for (int round = 0; round < 10; round++) {
      List<String> sentences = sentences(random, 4 + random.nextInt(12));
      List<String> plain = body(page(sentences, "p", "", ""));
      assertThat(body(page(sentences, "p", "", " \n\t "))).isEqualTo(plain);
      assertThat(body(page(sentences, "p", " data-x='" + round + "' lang='en'", "")))
          .isEqualTo(plain);
    }
  }

  @Test
  void brokenPagesEndInAnAnswerOrAClearRefusal() {
    Random random = new Random(3);
    for (int round = 0; round < 150; round++) {
      String html = mutated(page(sentences(random, 6), "p", " class='text'", " "), random);
      try {
        for (Paragraph paragraph : extractor.fromHtml(html, null).paragraphs()) {
          assertThat(paragraph.text()).isNotBlank();
        }
      } catch (ArticleException refused) {
        assertThat(refused.code()).startsWith("article.");
      }
    }
  }

  private static String mutated(String html, Random random) {
    StringBuilder page = new StringBuilder(html);
    String[] pieces = {
      "<", ">", "</div>", "<table><tr><td>", "<!--", "-->", "&#0;", "&lt;", "<script>", "\u0000",
      "<p", "'", "\"", "<svg><![CDATA[", "</body>", "\uD800", "<select>", "<ruby>", "<br/>", "<a"
    };
    for (int i = 0; i < 1 + random.nextInt(12); i++) {
      int at = random.nextInt(page.length());
      switch (random.nextInt(3)) {
        case 0 -> page.insert(at, pieces[random.nextInt(pieces.length)]);
        case 1 -> page.delete(at, Math.min(page.length() - 1, at + random.nextInt(40)));
        default -> page.insert(at, page.substring(at, Math.min(page.length(), at + 60)));
      }
    }
    return page.toString();
  }
}
