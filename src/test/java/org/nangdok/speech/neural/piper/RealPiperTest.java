package org.nangdok.speech.neural.piper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.Engine;
import org.nangdok.speech.EngineContract;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.Utterances;
import org.nangdok.speech.espeak.Phonemizer;
import org.nangdok.speech.neural.RealPacks;
import org.nangdok.voice.Delivery;

/** A model of 63 MB that somebody trained: what the small graphs of the other test can't show. */
class RealPiperTest extends EngineContract {

  private static final String JOE = "en_US-joe-medium";

  @TempDir static Path folder;

  private static @Nullable PiperEngine engine;

  @BeforeAll
  static void open() {
    Path pack = RealPacks.folder("piper-en-joe");
    engine =
        new PiperEngine(
            Phonemizer.open(folder.resolve("engines")),
            name -> Optional.of(pack.resolve(name + ".onnx")),
            1);
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Override
  protected double mostBelow() {
    return 22;
  }

  @Override
  protected Engine engine() {
    return java.util.Objects.requireNonNull(engine);
  }

  @Override
  protected String engineVoice() {
    return JOE;
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
  void aManSpeaksAsLoudAndAsLongAsPeopleDo() {
    Speech speech = engine().speak(Utterances.of(sentence(), "piper", JOE, Delivery.PLAIN));

    assertThat(speech.sampleRate()).isEqualTo(22_050);
    assertThat(speech.millis()).isBetween(1_500, 5_000);
    assertThat(Sound.activeLevel(speech.samples(), speech.sampleRate())).isGreaterThan(-35);
  }
}
