package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import tools.jackson.databind.JsonNode;

class GoldScriptsTest {

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final ScriptWriter writer = new ScriptWriter();

  @Test
  void theGoldTranscriptsComeOutRight() {
    Path shared = GoldScripts.shared();
    assumeTrue(shared != null, "The shared gold set isn't here.");
    List<JsonNode> records =
        GoldScripts.records(Objects.requireNonNull(shared).resolve("speakers/dev.jsonl"));

    GoldScripts.Score score = GoldScripts.score(records, this::script);

    String faults = String.join("\n", score.faults());
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
