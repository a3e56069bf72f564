package org.nangdok.script.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That each line of the two files holds for its example and not for its counter-example. */
class PhrasesTest {

  static List<DataFile.Row> phrases() {
    return DataFile.rows("phrases.tsv");
  }

  static List<DataFile.Row> endings() {
    return DataFile.rows("endings.tsv");
  }

  private static String name(DataFile.Row row) {
    return row.cell(0).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsItsExampleAndNotItsCounterExample(DataFile.Row row) {
    Ending ending = Ending.valueOf(name(row));

    assertThat(ending.of(row.cell(2))).isTrue();
    assertThat(ending.of(row.cell(3))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void occursInItsExampleAndNotInItsCounterExample(DataFile.Row row) {
    Phrase phrase = Phrase.valueOf(name(row));

    assertThat(phrase.in(row.cell(2))).isTrue();
    assertThat(phrase.in(row.cell(3))).isFalse();
  }

  @Test
  void anEndingIsLookedForBeforeAPlaceOnly() {
    String text = "고다솜이었습니다. 비가 옵니다.";

    assertThat(Ending.COPULA.start(text, 8)).isEqualTo(3);
    assertThat(Ending.COPULA.of(text)).isFalse();
  }
}
