package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Explanation;
import org.nangdok.language.SharedFolder;
import org.nangdok.language.lexicon.TsvFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KoreanReadingsTest {

  private static KoreanLanguage korean;

  @BeforeAll
  static void load() {
    korean = new KoreanLanguage(VoicesFolder.shipped());
  }

  @TestFactory
  Stream<DynamicTest> readsOurOwnCheckList() throws IOException {
    return items("readings.tsv");
  }

  @TestFactory
  Stream<DynamicTest> readsWhatWasWrittenBlind() throws IOException {
    return Stream.of(
            items("blind.tsv"),
            items("blind-4.tsv"),
            items("blind-5.tsv"),
            items("blind-6.tsv"),
            items("blind-7.tsv"),
            items("blind-8.tsv"),
            items("names-and-signs.tsv"))
        .flatMap(list -> list);
  }

  private static Stream<DynamicTest> items(String file) throws IOException {
    try (var in = KoreanReadingsTest.class.getResourceAsStream(file)) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TsvFile.parse(file, text).rows().stream()
          .map(row -> DynamicTest.dynamicTest(row.field(3) + " " + row.field(1), () -> holds(row)));
    }
  }

  private static void holds(TsvFile.Row row) {
    Explanation explanation = korean.explain(row.field(1));
    String got = row.field(0).equals("g2p") ? explanation.pronounced() : explanation.spoken();
    assertThat(fold(got)).isIn(accepted(row.field(2)));
    if (!row.optional(4).isEmpty()) {
      assertThat(fold(explanation.pronounced())).isIn(accepted(row.field(4)));
    }
  }

  private static List<String> accepted(String field) {
    return Arrays.stream(field.split("\\|")).map(KoreanReadingsTest::fold).toList();
  }

  @Test
  void holdsTheBarOnTheSharedItems() throws IOException {
    Path items = SharedFolder.file("korean/dev.jsonl");
    var mapper = new JsonMapper();
    Map<String, int[]> score = new TreeMap<>();
    var wrong = new ArrayList<String>();
    for (String line : Files.readAllLines(items)) {
      JsonNode item = mapper.readTree(line);
      String text = item.get("in").asString();
      String kind = item.get("kind").asString();
      Explanation explanation = korean.explain(text);
      String got = kind.equals("g2p") ? explanation.pronounced() : explanation.spoken();
      count(score, wrong, kind, text, got, accepted(item.get("out")));
      if (item.has("pron")) {
        count(score, wrong, "pron", text, explanation.pronounced(), accepted(item.get("pron")));
      }
    }
    assertThat(score).isNotEmpty();
    score.forEach(
        (kind, counts) ->
            assertThat((double) counts[0] / counts[1])
                .as("%s: %s", kind, wrong)
                .isGreaterThanOrEqualTo(.99));
  }

  private static void count(
      Map<String, int[]> score,
      List<String> wrong,
      String kind,
      String text,
      String got,
      List<String> accepted) {
    int[] counts = score.computeIfAbsent(kind, k -> new int[2]);
    counts[1]++;
    if (accepted.contains(fold(got))) {
      counts[0]++;
    } else {
      wrong.add(text + " -> " + got);
    }
  }

  private static List<String> accepted(JsonNode out) {
    return out.isArray()
        ? StreamSupport.stream(out.spliterator(), false).map(o -> fold(o.asString())).toList()
        : List.of(fold(out.asString()));
  }

  /** The comparison of the evaluation: white space and punctuation don't count. */
  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("(?U)[\\s\\W_]+", "");
  }
}
