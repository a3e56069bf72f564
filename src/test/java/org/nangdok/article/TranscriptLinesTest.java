package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The line grammar on the transcripts with gold turns. */
class TranscriptLinesTest {

  private static final ObjectMapper JSON = JsonMapper.shared();

  private final ArticleExtractor extractor = new ArticleExtractor();

  @Test
  void noSpokenLineIsDroppedAndMostFurnitureIs() throws IOException {
    Path transcripts = SharedData.require("speakers/dev.jsonl");
    List<String> lost = new ArrayList<>();
    int left = 0;
    for (String line : Files.readAllLines(transcripts)) {
      JsonNode record = JSON.readTree(line);
      List<String> lines = new ArrayList<>();
      record.get("lines").forEach(node -> lines.add(node.asString()));
      Set<Integer> gold = new TreeSet<>();
      record.get("dropped_idx").forEach(node -> gold.add(node.asInt()));
      for (Dropped dropped : extractor.fromText(String.join("\n", lines)).dropped()) {
        if (gold.contains(dropped.line())) {
          left++;
        } else {
          lost.add(record.get("id").asString() + ": " + dropped);
        }
      }
    }
    assertThat(lost).isEmpty();
    // The others are labels, cues and headers, which are the script's to take off.
    assertThat(left).isGreaterThanOrEqualTo(70);
  }

  @Test
  void theFoundingPageLosesItsChromeAndItsSecondCopy() throws IOException {
    Path seed = SharedData.require("seed");
    JsonNode expected = JSON.readTree(Files.readString(seed.resolve("kbs-article.expected.json")));
    Article article = extractor.fromText(Files.readString(seed.resolve("kbs-article.txt")));

    List<String> gold =
        Files.readAllLines(
            SharedData.require("extraction/pages/kbs_seed_27e75ff6de3c9331.gold.txt"));
    assertThat(article.body()).extracting(Paragraph::text).isEqualTo(gold);
    assertThat(article.title()).isEqualTo(expected.get("lines").get(0).asString());
    assertThat(article.language()).isEqualTo("ko");
  }
}
