package org.nangdok.speech.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.script.Gender;
import org.nangdok.speech.Engine;
import org.nangdok.speech.KoreanEngineContract;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Utterances;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

class RecordedEngineTest extends KoreanEngineContract {

  private static final RecordedEngine ENGINE = RecordedEngine.open(VoicesFolder.shipped());

  @Override
  protected Engine engine() {
    return ENGINE;
  }

  @Override
  protected String engineVoice() {
    return "hanbyeol";
  }

  @Override
  protected List<String> oddWords() {
    return List.of("ㅋㅋㅋ", "]]", "\0", "\ud800", "😀", "뷁뛟", "쒜쮀", "a", "가".repeat(300));
  }

  @Test
  void everyVoiceOfTheCatalogueIsSomebodyOfThatSex() {
    List<Voice> voices =
        Catalogue.read(VoicesFolder.shipped()).speaking("ko").stream()
            .filter(voice -> voice.engine().equals(RecordedEngine.NAME))
            .toList();

    assertThat(voices)
        .hasSize(8)
        .extracting(Voice::engineVoice)
        .hasSameElementsAs(ENGINE.speakers());
    for (Voice voice : voices) {
      assertThat(ENGINE.isFemale(voice.engineVoice())).isEqualTo(voice.gender() == Gender.FEMALE);
    }
  }

  @Test
  void theSameWordsGiveTheSameSamples() {
    Speech once = ENGINE.speak(utterance(sentence(), Delivery.PLAIN));
    Speech again = ENGINE.speak(utterance(sentence(), Delivery.PLAIN));

    assertThat(again.samples()).isEqualTo(once.samples());
  }

  @Test
  void whoWasCalledOtherwiseBeforeSpeaksAsTheSamePerson() {
    Speech now = ENGINE.speak(Utterances.of("나무 천 그루", "recorded", "sora", Delivery.PLAIN));
    Speech before = ENGINE.speak(Utterances.of("나무 천 그루", "espeak", "finf4", Delivery.PLAIN));

    assertThat(before.samples()).isEqualTo(now.samples());
  }

  @Test
  void whoIsNotThereIsNamed() {
    assertThatThrownBy(
            () -> ENGINE.speak(Utterances.of("나무", "recorded", "nobody", Delivery.PLAIN)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("nobody");
  }
}
