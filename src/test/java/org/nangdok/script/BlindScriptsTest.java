package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import tools.jackson.databind.JsonNode;

/**
 * Transcripts of own sentences in the forms of many outlets, whose gold was written before they
 * were first read; {@code docs/speakers.md} tells what the first reading scored.
 */
class BlindScriptsTest {

  private static final Path FILE = Path.of("src/test/resources/org/nangdok/script/blind.jsonl");

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final ScriptWriter writer = new ScriptWriter();

  @Test
  void transcriptsOfUnseenFormsComeOutRight() {
    List<JsonNode> records = GoldScripts.records(FILE);
    assertThat(records).hasSizeGreaterThanOrEqualTo(80);

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
