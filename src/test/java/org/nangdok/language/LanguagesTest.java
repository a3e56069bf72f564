package org.nangdok.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;

class LanguagesTest {

  private final Language korean = new KoreanLanguage(VoicesFolder.shipped());
  private final Language english = new EnglishLanguage(VoicesFolder.shipped());
  private final Languages languages = new Languages(List.of(korean, english));

  @Test
  void findsALanguageByItsTag() {
    assertThat(languages.byTag("en-GB")).contains(english);
    assertThat(languages.byTag("KO")).contains(korean);
    assertThat(languages.byTag("fr")).isEmpty();
  }

  @Test
  void detectsALanguageByItsLetters() {
    assertThat(languages.detect("AI 기술이 발전합니다.")).isSameAs(korean);
    assertThat(languages.detect("Artificial intelligence")).isSameAs(english);
    assertThat(languages.detect("2024")).isSameAs(korean);
  }

  @Test
  void givesLongEnglishSentencesInsideKoreanToAnEnglishVoice() {
    assertThat(languages.ofSentence("We will never give up.", korean)).isSameAs(english);
    assertThat(languages.ofSentence("KBS NEWS", korean)).isSameAs(korean);
    assertThat(languages.ofSentence("그는 We will win이라고 말했다.", korean)).isSameAs(korean);
  }
}
