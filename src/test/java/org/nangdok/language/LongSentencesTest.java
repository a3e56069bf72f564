package org.nangdok.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;

class LongSentencesTest {

  private static final Language ENGLISH = new EnglishLanguage(VoicesFolder.shipped());

  @Test
  void ordinarySentencesStayAsTheyAre() {
    String text = "The ferry is back. It runs twice a day, and it is cheap.";
    assertThat(LongSentences.of(ENGLISH, text)).isEqualTo(ENGLISH.sentences(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aa",
        "a, ",
        "word ",
        "\uD83D\uDE00",
        "e\u0301",
        "\u0301",
        "9",
        "%",
        "가",
        "나무, ",
        "㎢",
        "a\u00a0"
      })
  void noPartIsTooLongAndNoLetterIsLost(String repeated) {
    Language korean = new KoreanLanguage(VoicesFolder.shipped());
    String text = "Before it. " + repeated.repeat(10_001) + " and after it.";
    for (Language language : List.of(ENGLISH, korean)) {
      List<TextRange> parts = LongSentences.of(language, text);
      int at = 0;
      for (TextRange part : parts) {
        assertThat(text.substring(at, part.start())).isBlank();
        assertThat(part.end() - part.start()).isBetween(1, LongSentences.MOST_WRITTEN);
        assertThat(Character.isLowSurrogate(text.charAt(part.start()))).isFalse();
        at = part.end();
      }
      assertThat(text.substring(at)).isBlank();
    }
  }

  @Test
  void itIsCutBehindCommasRatherThanElsewhere() {
    String text = "one two three four five six seven, ".repeat(40).strip();
    assertThat(LongSentences.of(ENGLISH, text))
        .hasSizeGreaterThan(1)
        .allSatisfy(part -> assertThat(part.of(text)).startsWith("one").matches("(?s).*seven,"));
  }
}
