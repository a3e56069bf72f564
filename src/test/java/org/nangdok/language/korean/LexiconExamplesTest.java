package org.nangdok.language.korean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.korean.words.KoreanLexicon;
import org.nangdok.language.lexicon.TsvFile;

class LexiconExamplesTest {

  private static final VoicesFolder VOICES = VoicesFolder.shipped();
  private static final KoreanLanguage KOREAN = new KoreanLanguage(VOICES);

  @Test
  void readsEveryExampleOfACounter() {
    for (TsvFile.Row row : rows("counters.tsv")) {
      for (String example : row.field(4).split(", ")) {
        String[] sides = example.split(" = ", 2);
        assertThat(sides).as(place(row)).hasSize(2);
        assertThat(spoken(sides[0])).as(place(row)).isEqualTo(plain(sides[1]));
      }
    }
  }

  @Test
  void readsEveryCounterWithoutConditionsByItsRow() {
    var seen = new HashSet<String>();
    for (TsvFile.Row row : rows("counters.tsv")) {
      if (!row.optional(2).isEmpty() || !row.optional(3).isEmpty()) {
        continue;
      }
      for (String counter : row.field(0).split(" ")) {
        boolean sino = row.field(1).equals("sino") || Integer.parseInt(row.field(1)) < 3;
        String three = sino ? "삼" : "세";
        if (seen.add(counter) && !hasConditions(counter)) {
          assertThat(spoken("3" + counter)).as(place(row)).isEqualTo(three + counter);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rowsOfEvidence")
  void readsEveryExampleOfEvidence(TsvFile.Row row) {
    String[] sides = row.field(6).split(" = ", 2);
    assertThat(sides).as(place(row)).hasSize(2);
    assertThat(spoken(sides[0])).as(place(row)).isEqualTo(plain(sides[1]));
  }

  static List<TsvFile.Row> rowsOfEvidence() {
    return rows("evidence.tsv");
  }

  @ParameterizedTest
  @MethodSource("rowsOfParticles")
  void fitsEveryExampleOfAParticle(TsvFile.Row row) {
    String[] sides = row.field(4).split(" = ", 2);
    assertThat(spoken(sides[0])).as(place(row)).isEqualTo(plain(sides[1]));
  }

  static List<TsvFile.Row> rowsOfParticles() {
    return rows("particles.tsv");
  }

  @ParameterizedTest
  @MethodSource("rowsOfNames")
  void readsEveryExampleOfAName(TsvFile.Row row) {
    String[] sides = row.field(2).split(" = ", 2);
    assertThat(spoken(sides[0])).as(place(row)).isEqualTo(plain(sides[1]));
  }

  static List<TsvFile.Row> rowsOfNames() {
    return rows("names.tsv");
  }

  @Test
  void readsEveryExampleOfAUnitAndACurrency() {
    for (TsvFile.Row row : rows("units.tsv")) {
      String reading = row.field(1).contains("#") ? row.field(1) : "# " + row.field(1);
      String number = row.field(2).substring(0, row.field(2).length() - row.field(0).length());
      assertThat(spoken(row.field(2)))
          .as(place(row))
          .isEqualTo(plain(reading.replace("#", spoken(number))));
    }
    for (TsvFile.Row row : rows("currencies.tsv")) {
      String sum = row.field(2).substring(row.field(0).length());
      assertThat(spoken(row.field(2))).as(place(row)).isEqualTo(spoken(sum) + plain(row.field(1)));
    }
  }

  @Test
  void listsAtLeastEightThousandWords() {
    assertThat(new KoreanLexicon(VOICES).size()).isGreaterThanOrEqualTo(8_000);
  }

  private static boolean hasConditions(String counter) {
    return rows("counters.tsv").stream()
        .filter(row -> List.of(row.field(0).split(" ")).contains(counter))
        .anyMatch(row -> !row.optional(2).isEmpty() || !row.optional(3).isEmpty());
  }

  private static List<TsvFile.Row> rows(String file) {
    return TsvFile.open(VOICES, "lexicon/ko/" + file).rows();
  }

  private static String place(TsvFile.Row row) {
    return row.file() + ":" + row.line();
  }

  private static String spoken(String written) {
    return plain(KOREAN.read(written).spoken());
  }

  private static String plain(String spoken) {
    return spoken.replace(" ", "");
  }
}
