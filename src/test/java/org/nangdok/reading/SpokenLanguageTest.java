package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.voice.Catalogue;

/** In which language a text is read where Korean and English voices speak. */
class SpokenLanguageTest {

  private static final SpokenLanguage SPOKEN =
      new SpokenLanguage(Catalogue.read(VoicesFolder.shipped()));

  @ParameterizedTest
  @ValueSource(strings = {"Hello there.", "Late news", "Back door is shut.", "Okay", "OK 2026"})
  void aFewLatinWordsAreReadInEnglish(String text) {
    SpokenLanguage.Choice choice = SPOKEN.of(text, null);

    assertThat(choice.language()).isEqualTo("en");
  }

  @Test
  void aGuessIsSaid() {
    assertThat(SPOKEN.of("Back door is shut.", null).note()).contains("--language");
    assertThat(SPOKEN.of("The ship is in the harbour and it waits for the tide.", null).note())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"강이 맑다.,ko", "The river is clear and the sky is blue.,en", "2026,ko"})
  void whatIsKnownIsReadAsItIs(String text, String language) {
    assertThat(SPOKEN.of(text, null).language()).isEqualTo(language);
  }

  @Test
  void aLongTextOfAnotherLanguageIsNotReadInEnglish() {
    String text =
        "Le bateau est dans le port et il attend la marée avec les pêcheurs qui ne sont pas encore"
            + " partis pour la pêche.";

    assertThat(SPOKEN.of(text, null).language()).isEqualTo("fr");
    assertThat(SPOKEN.of(text, "en").language()).isEqualTo("en");
  }

  @Test
  void signsAloneHaveNoLanguage() {
    assertThatThrownBy(() -> SPOKEN.of("!!! ???", null))
        .isInstanceOf(ReadingException.class)
        .hasMessageContaining("no letter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://news.example.com/1",
        "htps://news.example.com/1",
        "https//news.example.com",
        "www.example.com",
        "news.example.co.kr/view?id=3"
      })
  void addressesAreKnown(String text) {
    assertThat(TypedAddress.isOne(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"안녕하세요", "Node.js is new", "3.5", "Hello.", "강이.맑다"})
  void textsAreNoAddresses(String text) {
    assertThat(TypedAddress.isOne(text)).isFalse();
  }
}
