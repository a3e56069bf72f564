package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LineRulesTest {

  @TestFactory
  Stream<DynamicTest> everyRuleMatchesItsExample() {
    return Stream.concat(LineRules.furniture().stream(), LineRules.kept().stream())
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.source() + " " + rule.example(),
                    () ->
                        assertThat(LineText.fold(rule.example()))
                            .as(rule.source())
                            .matches(rule.pattern())));
  }

  @TestFactory
  Stream<DynamicTest> everySignMatchesItsExample() {
    return LineRules.rows("signs.tsv", 3).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.source(),
                    () ->
                        assertThat(
                                PageSigns.valueOf(row.columns().getFirst().toUpperCase(Locale.ROOT))
                                    .matches(row.columns().get(2)))
                            .isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> everyPieceMatchesItsExample() {
    Map<String, String> pieces = LineRules.pieces();
    return LineRules.rows("lines/pieces.tsv", 3).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.source(),
                    () ->
                        assertThat(row.columns().get(2))
                            .matches(pieces.get(row.columns().get(0)))));
  }

  @TestFactory
  Stream<DynamicTest> everyKeptExampleIsKeptByTheWholeGrammar() {
    LineGrammar grammar = LineGrammar.standard();
    return LineRules.kept().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.example(),
                    () -> assertThat(grammar.furniture(LineText.fold(rule.example()))).isEmpty()));
  }

  @Test
  void aKindThatIsKeptIsAParagraphKind() {
    List<String> kinds = Stream.of(Paragraph.Kind.values()).map(Enum::name).toList();
    assertThat(LineRules.kept()).allSatisfy(rule -> assertThat(kinds).contains(rule.name()));
  }
}
