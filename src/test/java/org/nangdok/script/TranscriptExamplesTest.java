package org.nangdok.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.script.writer.ScriptWriter;

/**
 * Short transcripts in the forms of many outlets, in own sentences, and the turns that they must
 * come to: role, name, person, style and words.
 */
class TranscriptExamplesTest {

  private static final List<String> LANGUAGES = List.of("ko", "en", "ja", "zh", "de", "es", "fr");

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final ScriptWriter writer = new ScriptWriter();

  record Example(String language, String title, String text, String turns) {
    @Override
    public String toString() {
      return language + ": " + title;
    }
  }

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String language : LANGUAGES) {
      for (String block : file(language).split("(?m)^#### ")) {
        if (!block.isBlank()) {
          String[] head = block.split("\n", 2);
          String[] parts = head[1].split("\n----\n");
          examples.add(new Example(language, head[0], parts[0], parts[1].strip()));
        }
      }
    }
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theTranscriptComesToTheseTurns(Example example) {
    Script script = script(example);

    List<String> turns = new ArrayList<>();
    for (Turn turn : script.turns()) {
      Style style = turn.style();
      turns.add(
          turn.speaker().code()
              + " | "
              + (turn.name() == null ? "-" : turn.name())
              + " | "
              + turn.person()
              + " | "
              + (style == null ? "-" : style.code())
              + " | "
              + turn.text().replace("\n", " // "));
    }
    assertThat(String.join("\n", turns)).isEqualTo(example.turns());
  }

  @Test
  void thereAreManyExamples() throws IOException {
    assertThat(examples().count()).isGreaterThan(50);
  }

  private Script script(Example example) {
    Article read = extractor.fromText(example.text());
    return writer.write(
        new Article(
            read.url(),
            read.title(),
            read.byline(),
            read.published(),
            example.language(),
            read.site(),
            read.paragraphs(),
            read.dropped()));
  }

  private static String file(String language) throws IOException {
    String name = "transcripts/" + language + ".txt";
    try (InputStream in = TranscriptExamplesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
