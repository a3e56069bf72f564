package org.nangdok.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.language.lexicon.TsvFile;

class SentencesTest {

  private static final Map<String, Language> LANGUAGES =
      Map.of(
          "ko", new KoreanLanguage(VoicesFolder.shipped()),
          "en", new EnglishLanguage(VoicesFolder.shipped()));

  /** A bar stands where a sentence ends. */
  @TestFactory
  Stream<DynamicTest> splitsWhatWasWrittenBlind() throws IOException {
    try (var in = SentencesTest.class.getResourceAsStream("sentences-blind.tsv")) {
      assertThat(in).isNotNull();
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TsvFile.parse("sentences-blind.tsv", file).rows().stream()
          .map(row -> DynamicTest.dynamicTest(row.field(1), () -> splits(row)));
    }
  }

  private static void splits(TsvFile.Row row) {
    String text = row.field(1).replace("|", "");
    List<String> parts =
        Objects.requireNonNull(LANGUAGES.get(row.field(0))).sentences(text).stream()
            .map(range -> range.of(text))
            .toList();
    assertThat(parts).isEqualTo(Stream.of(row.field(1).split("\\|")).map(String::strip).toList());
  }
}
