package org.nangdok.speech.neural.supertonic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.speech.Engine;
import org.nangdok.speech.EngineContract;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.Utterances;
import org.nangdok.voice.Delivery;

class SupertonicEngineTest extends EngineContract {

  @TempDir static Path pack;

  private static SupertonicEngine engine;

  @BeforeAll
  static void open() throws IOException {
    engine = SupertonicEngine.open(SmallPack.write(pack), SupertonicEngine.USUAL_STEPS, 1);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Override
  protected String engineVoice() {
    return "A";
  }

  @Override
  protected boolean marksAreExact() {
    return false;
  }

  @Override
  protected String sentence() {
    return "The harbour| was closed for an hour this morning";
  }

  @Override
  protected String otherSentence() {
    return "Twelve schools open their gardens to visitors on Sunday afternoon";
  }

  @Override
  protected List<String> oddWords() {
    return List.of(
        "가나다", "<ko>", "</en>", "[", "\0", "\ud800", "😀", "“", "뷁", "漢字", "x".repeat(400));
  }

  @Test
  void everyTokenTakesItsTime() {
    Speech speech = engine.speak(utterance("abc def", Delivery.PLAIN));

    // <na>abc def.</na> has 17 tokens.
    double seconds = 17 * SmallPack.SECONDS_PER_TOKEN / 1.05;
    assertThat(speech.samples()).hasSize((int) Math.round(seconds * SmallPack.SAMPLE_RATE));
    assertThat(speech.sampleRate()).isEqualTo(SmallPack.SAMPLE_RATE);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void nothingOfTheNoiseIsLeft(int steps) throws IOException {
    try (var other = SupertonicEngine.open(pack, steps, 1)) {
      Speech speech = other.speak(utterance("abc def", Delivery.PLAIN));

      int columns = speech.samples().length / SmallPack.COLUMN;
      for (int column = 0; column < columns; column++) {
        int token = tokenAt(column, columns + 1, "<na>abc def.</na>");
        double expected = .3 + .5 * (token * .37 % 1);
        short[] part =
            Arrays.copyOfRange(
                speech.samples(), column * SmallPack.COLUMN, (column + 1) * SmallPack.COLUMN);
        assertThat(Sound.peak(part) / 32767.0)
            .as("column %d", column)
            .isCloseTo(expected, within());
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(.01);
  }

  private static int tokenAt(int column, int columns, String text) {
    return text.charAt(column * text.length() / columns) % 97;
  }

  @Test
  void theSameUtteranceGivesTheSameSamples() {
    Speech once = engine.speak(utterance(sentence(), Delivery.PLAIN));
    Speech again = engine.speak(utterance(sentence(), Delivery.PLAIN));

    assertThat(again.samples()).isEqualTo(once.samples());
    assertThat(again.marks()).isEqualTo(once.marks());
  }

  @Test
  void stylesReachTheGraphsTheyBelongTo() {
    Speech plain = engine.speak(Utterances.of("abc def", "supertonic", "A", Delivery.PLAIN));
    Speech louder = engine.speak(Utterances.of("abc def", "supertonic", "B", Delivery.PLAIN));
    Speech slower = engine.speak(Utterances.of("abc def", "supertonic", "C", Delivery.PLAIN));

    assertThat(louder.samples()).hasSameSizeAs(plain.samples());
    assertThat(Sound.activeLevel(louder.samples(), 44_100))
        .isGreaterThan(Sound.activeLevel(plain.samples(), 44_100) + 1);
    assertThat(slower.samples().length / (double) plain.samples().length)
        .isCloseTo(1.5, org.assertj.core.data.Offset.offset(.01));
  }

  @Test
  void longSentencesAreCutAtPhrasesWithSilenceBetween() {
    String phrase =
        IntStream.range(0, 30)
            .mapToObj(i -> "word" + i)
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
    Speech speech = engine.speak(utterance(phrase + "| " + phrase, Delivery.PLAIN));

    int gap = 44_100 * 3 / 10;
    int longest = 0;
    int silent = 0;
    for (short sample : speech.samples()) {
      silent = Math.abs(sample) < 4 ? silent + 1 : 0;
      longest = Math.max(longest, silent);
    }
    assertThat(longest).isBetween(gap, gap + 400);
    int middle = speech.marks().get(29).end();
    assertThat(speech.marks().get(30).start() - middle).isBetween(290, 330);
  }

  @Test
  void anotherPitchKeepsTheLength() {
    Speech plain = engine.speak(utterance(sentence(), Delivery.PLAIN));
    Speech higher = engine.speak(utterance(sentence(), new Delivery(1, 3, false)));

    assertThat(higher.millis()).isBetween(plain.millis() - 20, plain.millis() + 20);
    double plainTone = crossings(plain) * 1000.0 / plain.millis();
    double higherTone = crossings(higher) * 1000.0 / higher.millis();
    assertThat(12 * Math.log(higherTone / plainTone) / Math.log(2)).isBetween(2.7, 3.3);
  }

  private static int crossings(Speech speech) {
    int crossings = 0;
    for (int i = 1; i < speech.samples().length; i++) {
      crossings += speech.samples()[i - 1] < 0 && speech.samples()[i] >= 0 ? 1 : 0;
    }
    return crossings;
  }
}
