package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import tools.jackson.databind.JsonNode;

class GoldScriptsTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/nangdok/script");

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final ScriptWriter writer = new ScriptWriter();

  @Test
  void theGoldTranscriptsComeOutRight() {
    Path shared = GoldScripts.shared();
    assumeTrue(shared != null, "The shared gold set isn't here.");

    comeOutRight(Objects.requireNonNull(shared).resolve("speakers/dev.jsonl"));
  }

  /**
   * Transcripts of own sentences in the forms of many outlets, whose gold was written before they
   * were first read; {@code docs/speakers.md} tells what the first reading scored.
   */
  @ParameterizedTest
  @ValueSource(strings = {"blind.jsonl", "blind-2.jsonl", "blind-3.jsonl"})
  void transcriptsOfUnseenFormsComeOutRight(String file) {
    comeOutRight(FOLDER.resolve(file));
  }

  /**
   * Articles whose colons, brackets, lists and quotations label nobody, but for one named
   * quotation.
   */
  @Test
  void plainArticlesStayWithTheNarrator() {
    comeOutRight(FOLDER.resolve("plain.jsonl"));
  }

  private void comeOutRight(Path file) {
    List<JsonNode> records = GoldScripts.records(file);
    assertThat(records).hasSizeGreaterThanOrEqualTo(30);

    GoldScripts.Score score = GoldScripts.score(records, this::script);

    String faults = score + "\n" + String.join("\n", score.faults());
    assertThat(score.lineRole()).as(faults).isGreaterThanOrEqualTo(0.98);
    assertThat(score.dropPrecision()).as(faults).isGreaterThanOrEqualTo(0.98);
    assertThat(score.dropRecall()).as(faults).isGreaterThanOrEqualTo(0.98);
    assertThat(score.name()).as(faults).isGreaterThanOrEqualTo(0.97);
    assertThat(score.voice()).as(faults).isGreaterThanOrEqualTo(0.98);
    assertThat(score.exact()).as(faults).isGreaterThanOrEqualTo(0.97);
  }

  private Script script(String text, String language) {
    Article article = extractor.fromText(text);
    return writer.write(
        new Article(
            article.url(),
            article.title(),
            article.byline(),
            article.published(),
            language,
            article.site(),
            article.paragraphs(),
            article.dropped()));
  }
}
