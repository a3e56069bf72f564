package org.nangdok.speech.mbrola;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.voice.Delivery;

/**
 * The engine on every machine, with a program in mbrola's place; and what it does with its faults.
 */
class StandInTest extends KoreanDiphonesContract {

  private static final String WORD = "나무가";

  @TempDir static Path folder;

  private static MbrolaEngine engine;

  @BeforeAll
  static void open() throws IOException {
    engine = with(StandIn.speaking(folder));
  }

  private static MbrolaEngine with(Path program) throws IOException {
    return MbrolaEngine.open(
        program, StandIn.database(folder), folder.resolve("calls"), Duration.ofSeconds(20));
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Test
  void aMissingPairIsSpokenAroundAndRemembered() throws IOException {
    MbrolaEngine lacking = with(StandIn.without(folder, "n", "a"));

    Speech speech = lacking.speak(utterance(WORD, Delivery.PLAIN));
    Speech again = lacking.speak(utterance(WORD, Delivery.PLAIN));

    int whole = engine.speak(utterance(WORD, Delivery.PLAIN)).samples().length;
    assertThat(speech.samples()).hasSize(whole).isEqualTo(again.samples());
  }

  @Test
  void aPhoneThatIsMissingAltogetherIsAFailureThatNamesIt() throws IOException {
    MbrolaEngine lacking = with(StandIn.without(folder, "_", "n"));

    assertThatThrownBy(() -> lacking.speak(utterance(WORD, Delivery.PLAIN)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("_")
        .hasMessageContaining("n");
  }

  @Test
  void anExitCodeIsAFailureThatSaysWhatTheProgramSaid() throws IOException {
    MbrolaEngine failing = with(StandIn.failing(folder));

    assertThatThrownBy(() -> failing.speak(utterance(WORD, Delivery.PLAIN)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("cannot find file");
  }

  @Test
  void aProgramThatWritesNothingIsAFailure() throws IOException {
    MbrolaEngine silent = with(StandIn.silent(folder));

    assertThatThrownBy(() -> silent.speak(utterance(WORD, Delivery.PLAIN)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("wrote no sound");
  }

  @Test
  void aProgramThatHangsIsEndedWithItsChildren() throws IOException {
    long before = sleeping();
    MbrolaEngine hanging =
        MbrolaEngine.open(
            StandIn.hanging(folder),
            StandIn.database(folder),
            folder.resolve("hung"),
            Duration.ofMillis(300));

    assertThatThrownBy(() -> hanging.speak(utterance(WORD, Delivery.PLAIN)))
        .isInstanceOf(SpeechException.class)
        .hasMessageContaining("took longer");
    assertThat(sleeping()).isEqualTo(before);
    try (var left = Files.list(folder.resolve("hung"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anInterruptionEndsAHangingProgram() throws Exception {
    MbrolaEngine hanging = with(StandIn.hanging(folder));
    var started = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Speech> speech =
          threads.submit(
              () -> {
                started.countDown();
                return hanging.speak(utterance(WORD, Delivery.PLAIN));
              });
      started.await();
      threads.shutdownNow();

      assertThatThrownBy(() -> speech.get(15, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SpeechException.class)
          .hasMessageContaining("interrupted");
    }
  }

  /** Processes of ours that run {@code sleep}. */
  private static long sleeping() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().command().orElse("").endsWith("sleep"))
        .count();
  }
}
