package org.nangdok.speech.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Utterances;
import org.nangdok.voice.Delivery;

/** An engine that loads when it is first needed, with starts that work, fail and take long. */
class MaryStartTest {

  private final AtomicInteger starts = new AtomicInteger();

  @Test
  void nothingIsLoadedUntilItIsNeededAndThenOnce() throws Exception {
    var engine = new MaryEngine(new MaryStart(starts::incrementAndGet));
    assertThat(engine.name()).isEqualTo(MaryEngine.NAME);
    assertThat(engine.version()).isNotEmpty();
    assertThat(starts).hasValue(0);

    engine.load();
    engine.load();

    assertThat(starts).hasValue(1);
    assertThat(engine.isLost()).isFalse();
  }

  @Test
  void aStartThatFailsIsToldToEveryoneAndNotTriedAgain() {
    var engine = new MaryEngine(new MaryStart(this::fail));
    assertThat(engine.isLost()).isFalse();

    assertThatThrownBy(engine::load).isInstanceOf(SpeechException.class);
    assertThatThrownBy(
            () ->
                engine.speak(
                    Utterances.of("hello", MaryEngine.NAME, "cmu-slt-hsmm", Delivery.PLAIN)))
        .isInstanceOf(SpeechException.class)
        .hasMessage("MaryTTS can't be started.");
    assertThat(engine.isLost()).isTrue();
    assertThat(starts).hasValue(1);
  }

  /** Whoever gives up waiting must not break the start off for the next. */
  @Test
  void anInterruptedListenerLeavesTheStartToTheOthers() throws Exception {
    var begun = new CountDownLatch(1);
    var may = new CountDownLatch(1);
    var engine =
        new MaryEngine(
            new MaryStart(
                () -> {
                  begun.countDown();
                  await(may);
                  starts.incrementAndGet();
                }));
    try (var threads = Executors.newCachedThreadPool()) {
      Future<?> impatient =
          threads.submit(
              () -> {
                engine.load();
                return null;
              });
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
      impatient.cancel(true);
      Future<?> patient =
          threads.submit(
              () -> {
                engine.load();
                return null;
              });
      may.countDown();

      assertThatCode(() -> patient.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
      assertThat(starts).hasValue(1);
    }
  }

  private void fail() {
    starts.incrementAndGet();
    throw new IllegalStateException("a part is missing");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
