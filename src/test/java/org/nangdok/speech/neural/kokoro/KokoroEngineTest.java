package org.nangdok.speech.neural.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.language.Reading;
import org.nangdok.speech.Engine;
import org.nangdok.speech.KoreanEngineContract;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.espeak.Phonemizer;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;

/** Korean through a small graph of Kokoro's shape. */
class KokoroEngineTest extends KoreanEngineContract {

  @TempDir static Path folder;

  private static Phonemizer phonemizer;
  private static KokoroEngine engine;

  @BeforeAll
  static void open() throws IOException {
    phonemizer = Phonemizer.open(folder.resolve("engines"));
    engine =
        new KokoroEngine(KokoroPack.open(SmallKokoro.write(folder.resolve("pack")), 1), phonemizer);
  }

  @AfterAll
  static void close() {
    engine.close();
    phonemizer.close();
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Override
  protected String engineVoice() {
    return "one_a, pitch 450";
  }

  @Override
  protected List<String> oddWords() {
    return List.of("house", "[[_::]]", "<voice", "&lt;", "\0", "\ud800", "😀", "가".repeat(500));
  }

  @Override
  protected Utterance utterance(String text, Delivery delivery) {
    return in("ko", super.utterance(text, delivery));
  }

  private static Utterance in(String language, Utterance utterance) {
    Reading reading = utterance.reading();
    return new Utterance(
        new Reading(reading.text(), language, reading.kind(), reading.words()),
        utterance.normaliser(),
        utterance.voice(),
        utterance.delivery(),
        utterance.pauseAfter());
  }

  private Utterance spoken(String text, String recipe, Delivery delivery, String language) {
    return in(
        language, org.nangdok.speech.Utterances.of(text, KokoroEngine.NAME, recipe, delivery));
  }

  @Test
  void aPersonsPitchIsTheCatalogues() {
    for (double hertz : List.of(110.0, 220.0)) {
      Speech speech =
          engine.speak(
              spoken("나무 나무 나무 나무", "one_a, pitch " + hertz + ", range 0", Delivery.PLAIN, "ko"));
      assertThat(crossings(speech)).isBetween(hertz * .97, hertz * 1.03);
    }
  }

  @Test
  void aRateMovesPitchAndFormantsButNotTheWords() {
    Speech plain = engine.speak(spoken("나무 천 그루", "one_a, pitch 150", Delivery.PLAIN, "ko"));
    Speech quick =
        engine.speak(spoken("나무 천 그루", "one_a, pitch 150, rate 1.2", Delivery.PLAIN, "ko"));

    assertThat(quick.sampleRate()).isEqualTo(28_800);
    assertThat((double) quick.millis()).isBetween(plain.millis() * .8, plain.millis() * 1.2);
    assertThat(crossings(quick)).isBetween(crossings(plain) * .93, crossings(plain) * 1.07);
  }

  @Test
  void silencesBetweenPhrasesAreOurs() {
    List<Mark> marks =
        engine.speak(spoken("나무| 나무 나무", "one_a, pitch 150", Delivery.PLAIN, "ko")).marks();

    assertThat(marks.get(1).start() - marks.get(0).end()).isBetween(280, 380);
    assertThat(marks.get(2).start() - marks.get(1).end()).isBetween(20, 160);
  }

  @Test
  void longSentencesAreSplitWhereTheyPauseAndLoseNothing() {
    String text = "기상청은 모레 밤부터 전구게 비가 내리겓따고 내다봗씀니다| ".repeat(20).strip();
    Utterance utterance = spoken(text, "one_a, pitch 150", Delivery.PLAIN, "ko");

    Speech speech = engine.speak(utterance);

    assertThat(speech.marks()).hasSameSizeAs(utterance.reading().words());
    for (int i = 6; i < speech.marks().size(); i += 7) {
      if (i + 1 < speech.marks().size()) {
        assertThat(speech.marks().get(i + 1).start() - speech.marks().get(i).end())
            .isBetween(250, 480);
      }
    }
  }

  @Test
  void englishIsWrittenInTheNetworksSymbols() {
    Speech speech =
        engine.speak(
            spoken(
                "The end of the day| was long",
                "two_b, pitch 180, accent gb",
                Delivery.PLAIN,
                "en"));

    assertThat(speech.marks()).hasSize(7);
    assertThat(speech.exact()).isTrue();
  }

  @Test
  void everySymbolOfTheTablesIsInTheVocabulary() {
    Vocabulary known = Vocabulary.read(folder.resolve("pack/vocab.json"));
    Utterance all =
        spoken(
            "가까나다따라마바빠사싸아자짜차카타파하 개걔거게겨계고과괘괴교구궈궤귀규그긔기 각간갇갈감갑강 시씨 알라", "one_a", Delivery.PLAIN, "ko");

    List<Symbol> symbols =
        KoreanSymbols.of(
            org.nangdok.speech.korean.Prosody.plan(all.reading()), Reading.Kind.STATEMENT);

    assertThat(symbols).allSatisfy(symbol -> assertThat(known.has(symbol.name())).isTrue());
  }

  @Test
  void wrongRecipesAreNamed() {
    assertThatThrownBy(() -> say("one_a, tempo 3"))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("tempo 3");
    assertThatThrownBy(() -> say("one_a .5 + two_b .4")).hasMessageContaining("1 together");
    assertThatThrownBy(() -> say("nobody_x")).hasMessageContaining("nobody_x");
  }

  @Test
  void packsThatAreNoneAreNamed() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> KokoroPack.open(empty, 1)).hasMessageContaining("model.onnx");
    Path broken = SmallKokoro.write(folder.resolve("broken"));
    Files.writeString(broken.resolve("model.onnx"), "nothing of the kind");
    assertThatThrownBy(() -> KokoroPack.open(broken, 1).model())
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("/encoder/Clip_output_0");
  }

  private void say(String recipe) {
    engine.speak(spoken("나무", recipe, Delivery.PLAIN, "ko"));
  }

  /** The pitch of a tone, by its upward crossings of zero. */
  private static double crossings(Speech speech) {
    short[] samples = speech.samples();
    int from = samples.length / 5;
    int to = samples.length * 4 / 5;
    int count = 0;
    for (int i = from; i + 1 < to; i++) {
      if (samples[i] < 0 && samples[i + 1] >= 0) {
        count++;
      }
    }
    assertThat(Sound.peak(samples)).isGreaterThan(1000);
    return count * (double) speech.sampleRate() / (to - from);
  }
}
