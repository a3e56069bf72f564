package org.nangdok.speech.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Utterances;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;

/**
 * MaryTTS makes its samples on a thread of its own: whoever takes them waits for ever when that
 * thread has died, and it waits for ever when nobody takes them. Here both really happen.
 */
class DeadProducerTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static MaryEngine engine;

  private final Utterance utterance =
      Utterances.of(
          "several villages along the river decided to rebuild the wooden bridge",
          MaryEngine.NAME,
          "cmu-slt-hsmm",
          Delivery.PLAIN);

  /** MaryTTS leaves one behind itself when it starts. */
  private Set<Thread> others = Set.of();

  @BeforeAll
  static void start() throws InterruptedException {
    engine = new MaryEngine();
    engine.load();
  }

  @BeforeEach
  void lookAround() {
    others = producers();
  }

  @Test
  void aDeadProducerIsNoticedAndTheNextRequestIsSpoken() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      Future<Speech> speech = threads.submit(() -> engine.speak(utterance));
      await()
          .atMost(LONG)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> speech.isDone() || killed());

      assertThatThrownBy(() -> speech.get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SpeechException.class)
          .hasMessageContaining("took longer");
      assertThat(engine.speak(utterance).millis()).isGreaterThan(2_000);
    }
  }

  @Test
  void aRequestThatIsGivenUpLeavesNoThreadBehind() throws Exception {
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Speech> speech = threads.submit(() -> engine.speak(utterance));
      await()
          .atMost(LONG)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> speech.isDone() || !mine().isEmpty());
      speech.cancel(true);

      await().atMost(LONG).until(() -> mine().isEmpty());
      assertThat(engine.speak(utterance).millis()).isGreaterThan(2_000);
      assertThat(mine()).isEmpty();
    }
  }

  /** It takes an interruption for a reason to end. */
  private boolean killed() {
    Set<Thread> mine = mine();
    mine.forEach(Thread::interrupt);
    return !mine.isEmpty();
  }

  private Set<Thread> mine() {
    Set<Thread> mine = new HashSet<>(producers());
    mine.removeAll(others);
    return mine;
  }

  private static Set<Thread> producers() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            thread ->
                Arrays.stream(thread.getValue())
                    .anyMatch(frame -> frame.getClassName().endsWith("HTSVocoderDataProducer")))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
