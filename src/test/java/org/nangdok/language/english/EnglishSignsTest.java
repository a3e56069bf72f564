package org.nangdok.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.lexicon.TsvFile;

class EnglishSignsTest {

  private static final VoicesFolder VOICES = VoicesFolder.shipped();
  private static final EnglishLanguage ENGLISH = new EnglishLanguage(VOICES);

  @Test
  void everySignIsReadAsItsExampleSays() {
    for (TsvFile.Row row : TsvFile.open(VOICES, "lexicon/en/signs.tsv").rows()) {
      assertThat(spoken(row.field(2))).as(row.field(0)).isEqualTo(row.field(3));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2³ and x²|two cubed and x squared",
        "10⁻⁶ m|ten to the power of minus six m",
        "Москва sleeps|moskva sleeps",
        "Ελλάδα wins|ellada wins",
        "the 한강 river|the hangang river",
        "½ cup|one half cup",
        "#5 of <7|number five of under seven",
        "room ⑫|room twelve",
        "٣٤ men|three four men"
      })
  void readsWhatIsNotPlainEnglish(String written, String spoken) {
    assertThat(spoken(written)).isEqualTo(spoken);
  }

  private static String spoken(String written) {
    return ENGLISH.read(written).spoken().replace("-", " ");
  }
}
