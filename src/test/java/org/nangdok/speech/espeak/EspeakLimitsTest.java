package org.nangdok.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.speech.SpeechException;

/** What would crash, hang or silence libespeak-ng doesn't reach it. */
class EspeakLimitsTest {

  @TempDir static Path data;

  private static EspeakEngine engine;

  @BeforeAll
  static void open() {
    engine = EspeakEngine.open(data, VoicesFolder.shipped());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void refusesTwoHundredThousandSyllablesWithoutASpaceAndSpeaksOn() {
    assertThatThrownBy(() -> speak("가나다라마".repeat(40_000)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("too long");

    assertThat(speak("안녕하세요").samples()).isNotEmpty();
  }

  @Test
  void speaksEverySyllableOfAWordThatWouldSilenceTheLibrary() {
    KoreanSound sound = speak("바람소리".repeat(150));

    assertThat(sound.syllables()).hasSize(600);
    assertThat(sound.samples().length / (double) sound.sampleRate()).isBetween(60.0, 180.0);
  }

  @Test
  void speaksEveryKindOfSyllableOnItsOwn() {
    var all = new StringBuilder();
    for (char c = '가'; c <= '힣'; c += 61) {
      all.append(c);
    }

    KoreanSound sound = speak(all.toString());

    assertThat(sound.syllables()).hasSize(all.length());
  }

  private static KoreanSound speak(String word) {
    var words = List.of(new Prosody.Word(Syllable.of(word), Boundary.UTTERANCE));
    return engine.speak(Prosody.plan(words, Reading.Kind.STATEMENT), "finf1", 1, 0);
  }
}
