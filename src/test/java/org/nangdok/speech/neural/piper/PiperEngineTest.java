package org.nangdok.speech.neural.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.Engine;
import org.nangdok.speech.EngineContract;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Utterances;
import org.nangdok.speech.espeak.Phonemizer;
import org.nangdok.voice.Delivery;

class PiperEngineTest extends EngineContract {

  @TempDir static Path folder;

  private static Phonemizer phonemizer;
  private static PiperEngine engine;

  @BeforeAll
  static void open() throws IOException {
    phonemizer = Phonemizer.open(folder.resolve("engines"));
    SmallModel.write(folder, "one", 1);
    SmallModel.write(folder, "two", 2);
    engine = new PiperEngine(phonemizer, PiperEngineTest::file, 1);
  }

  private static Optional<Path> file(String model) {
    return Optional.of(folder.resolve(model + ".onnx")).filter(Files::isRegularFile);
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
    return "one";
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
    return List.of("가나다", "[[_::]]", "<voice", "&lt;", "\0", "\ud800", "😀", "x".repeat(500));
  }

  @Test
  void phonemesAreThoseOfTheModelsLanguage() {
    assertThat(phonemizer.phonemes("a house, or two?", "en-us")).isEqualTo("ɐ hˈaʊs, ɔːɹ tˈuː?");
    assertThat(phonemizer.phonemes("Haus.", "de")).isEqualTo("hˈaʊs.");
    assertThatThrownBy(() -> phonemizer.phonemes("x", "xx-none"))
        .isInstanceOf(SpeechException.class);
  }

  @Test
  void numbersHaveAStartPadsAndAnEnd() {
    PiperSettings settings = PiperSettings.read(folder.resolve("one.onnx.json"));

    long a = settings.ids().getOrDefault((int) 'a', List.of()).getFirst();
    long b = settings.ids().getOrDefault((int) 'b', List.of()).getFirst();
    assertThat(settings.numbers("aクb")).containsExactly(1, 0, a, 0, b, 0, 2);
  }

  @Test
  void speakersOfOneModelAreApart() {
    assertThat(PiperSettings.read(folder.resolve("two.onnx.json")).voices())
        .containsExactly("ann", "bob");
    Speech ann = engine.speak(Utterances.of("one house", "piper", "two#ann", Delivery.PLAIN));
    Speech bob = engine.speak(Utterances.of("one house", "piper", "two#bob", Delivery.PLAIN));

    assertThat(bob.samples()).hasSameSizeAs(ann.samples());
    assertThat(Sound.activeLevel(bob.samples(), bob.sampleRate()))
        .isGreaterThan(Sound.activeLevel(ann.samples(), ann.sampleRate()) + 3);
    assertThatThrownBy(() -> engine.speak(Utterances.of("x", "piper", "two#cat", Delivery.PLAIN)))
        .hasMessageContaining("cat");
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> engine.speak(Utterances.of("x", "piper", "none", Delivery.PLAIN)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("none isn't installed");
  }
}
