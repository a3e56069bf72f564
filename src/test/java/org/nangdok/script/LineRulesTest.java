package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.script.line.Rule;

/** That each rule of {@code line-rules.tsv} finds its example and leaves its counter-example. */
class LineRulesTest {

  /** Found from the page's type or from the whole of the lines: tested where that is. */
  private static final Set<Rule> ELSEWHERE =
      EnumSet.of(Rule.MARKED_QUESTION, Rule.ANSWER_TOPIC, Rule.END_OF_DIALOGUE);

  record Row(String id, String language, String example, String counter) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Script.class.getResourceAsStream("line-rules.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(row -> new Row(row[0], row[4], row[5], row[6]))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsItsExampleAndNotItsCounterExample(Row row) {
    assertThat(rules(row.example(), row.language())).contains(row.id());
    assertThat(rules(row.counter(), row.language())).doesNotContain(row.id());
  }

  @Test
  void everyRuleStandsInTheFileInTheOrderInWhichItIsTried() throws IOException {
    List<String> ids =
        Arrays.stream(Rule.values())
            .filter(rule -> !ELSEWHERE.contains(rule))
            .map(Rule::id)
            .toList();

    assertThat(rows()).extracting(Row::id).containsExactlyElementsOf(ids);
  }

  private static Set<String> rules(String text, String language) {
    return Lines.spoken(text.replace("⏎", "\n"), language).explanation().lines().stream()
        .map(Explanation.Finding::rule)
        .collect(Collectors.toSet());
  }
}
