package org.nangdok.speech.neural.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.espeak.Phonemizer;

class IpaTranslationTest {

  @Test
  void bothVarietiesAreWrittenInSymbolsThatTheNetworkKnows(@TempDir Path folder) throws Exception {
    Vocabulary known =
        Vocabulary.read(SmallKokoro.write(folder.resolve("pack")).resolve("vocab.json"));
    try (var phonemizer = Phonemizer.open(folder.resolve("engines"))) {
      assertThat(symbols("water", "en-us", "us", known, phonemizer)).isEqualTo("wˈɔTəɹ");
      assertThat(symbols("right", "en-us", "us", known, phonemizer)).isEqualTo("ɹˈIt");
      assertThat(symbols("judge", "en-us", "us", known, phonemizer)).isEqualTo("ʤˈʌʤ");
      assertThat(symbols("goat", "en-gb-x-rp", "gb", known, phonemizer)).isEqualTo("ɡˈQt");
      assertThat(symbols("bath", "en-gb-x-rp", "gb", known, phonemizer)).isEqualTo("bˈɑːθ");
    }
  }

  private static String symbols(
      String word, String variety, String accent, Vocabulary known, Phonemizer phonemizer) {
    List<String> symbols =
        IpaTranslation.of(accent, known).symbols(phonemizer.phonemes(word, variety));
    return String.join("", symbols).replace(".", "");
  }
}
