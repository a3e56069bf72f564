package org.nangdok.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

/** Each word at a full stop has an example that is split as it says. */
class EnglishSentencesTest {

  private static final EnglishLanguage ENGLISH = new EnglishLanguage(VoicesFolder.shipped());

  static List<TsvFile.Row> words() {
    return TsvFile.open(VoicesFolder.shipped(), "lexicon/en/sentences.tsv").rows();
  }

  @ParameterizedTest
  @MethodSource("words")
  void splitsTheExampleOfTheWord(TsvFile.Row row) {
    String[] wanted = row.field(2).split(" \\| ");
    String text = String.join(" ", wanted);

    assertThat(ENGLISH.sentences(text))
        .extracting(range -> text.substring(range.start(), range.end()))
        .containsExactly(wanted);
  }
}
