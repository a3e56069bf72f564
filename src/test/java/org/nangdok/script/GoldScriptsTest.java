package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.script.writer.ScriptWriter;
import tools.jackson.databind.JsonNode;

class GoldScriptsTest {

  private static final Path FOLDER = Path.of("src/test/resources/org/nangdok/script");

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final ScriptWriter writer = new ScriptWriter();

  /**
   * Each record of the shared sets by itself: those that aren't exact stand in {@code
   * known-misses.txt}, which may only shrink. A record that comes out right must leave the list.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "speakers/dev.jsonl",
        "speakers/dev-2.jsonl",
        "speakers/plain-2.jsonl",
        "faults/speakers/small.jsonl"
      })
  void onlyKnownRecordsOfTheSharedSetsAreMissed(String file) throws IOException {
    Path shared = GoldScripts.shared();
    assumeTrue(shared != null, "The shared gold set isn't here.");

    onlyKnownRecordsAreMissed(Objects.requireNonNull(shared).resolve(file));
  }

  /**
   * Transcripts of own sentences in the forms of many outlets, whose gold was written before they
   * were first read ({@code docs/speakers.md} tells what the first reading scored), and articles
   * whose colons, brackets, lists and quotations label nobody.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "blind.jsonl",
        "blind-2.jsonl",
        "blind-3.jsonl",
        "blind-4.jsonl",
        "blind-5.jsonl",
        "blind-6.jsonl",
        "blind-7.jsonl",
        "blind-8.jsonl",
        "blind-9.jsonl",
        "blind-10.jsonl",
        "plain.jsonl"
      })
  void onlyKnownRecordsOfOurOwnAreMissed(String file) throws IOException {
    onlyKnownRecordsAreMissed(FOLDER.resolve(file));
  }

  private void onlyKnownRecordsAreMissed(Path file) throws IOException {
    List<JsonNode> records = GoldScripts.records(file);
    assertThat(records).hasSizeGreaterThanOrEqualTo(15);
    Set<String> ids = new TreeSet<>();
    records.forEach(record -> ids.add(record.get("id").asString()));
    Set<String> known = new TreeSet<>(Files.readAllLines(FOLDER.resolve("known-misses.txt")));
    known.retainAll(ids);

    GoldScripts.Score score = GoldScripts.score(records, this::script);

    assertThat(score.inexact()).as(String.join("\n", score.faults())).isEqualTo(known);
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
