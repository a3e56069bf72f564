package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.Attempts;
import org.nangdok.library.local.AttemptFiles;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;

/** Engines that kill what they run on, never come back, or are broken for a while. */
class WorkersTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String KILLS = "kills";
  private static final String DEAF = "deaf";

  @TempDir Path folder;
  private final Harmful engine = new Harmful();
  private final Attempts attempts = Attempts.inMemory();

  @Test
  void anErrorEndsItsSentenceAndNotTheThreadThatSpeaks() throws Exception {
    try (var desk = desk(attempts, name -> Optional.empty(), LONG)) {
      desk.start();

      Reading.Progress progress = settled(desk.open(Utterances.plan("a", "하나", KILLS, "둘")));
      Reading.Progress next = settled(desk.open(Utterances.plan("b", "셋", "넷")));

      assertThat(progress.state()).isEqualTo(Reading.State.COMPLETE);
      assertThat(progress.sentences().get(1))
          .isInstanceOfSatisfying(
              SentenceState.Skipped.class,
              skipped -> {
                assertThat(skipped.code()).isEqualTo("speech.given-up");
                assertThat(skipped.sentence()).contains("left out");
              });
      assertThat(engine.times.get(KILLS)).isEqualTo(2);
      assertThat(next.state()).isEqualTo(Reading.State.COMPLETE);
    }
  }

  @Test
  void aSentenceThatKilledIsNotTriedAThirdTimeAcrossStarts() throws Exception {
    Path counted = folder.resolve("attempts");
    ClipKey key = Utterances.plan("a", KILLS).sentences().getFirst().key();
    AttemptFiles.open(counted).begun(key); // and the process ends
    AttemptFiles.open(counted).begun(key);
    Attempts third = AttemptFiles.open(counted);

    assertThat(third.deaths(key)).isEqualTo(2);
    try (var desk = desk(third, name -> Optional.empty(), LONG)) {
      desk.start();
      settled(desk.open(Utterances.plan("a", "하나", KILLS)));
      assertThat(engine.times).doesNotContainKey(KILLS);
    }
  }

  @Test
  void whatIsMadeAtLastIsForgiven() {
    Path counted = folder.resolve("attempts");
    ClipKey key = Utterances.plan("a", "하나").sentences().getFirst().key();
    AttemptFiles.open(counted).begun(key);
    Attempts second = AttemptFiles.open(counted);
    assertThat(second.deaths(key)).isEqualTo(1);
    second.begun(key);
    second.ended(key);

    assertThat(second.deaths(key)).isZero();
    assertThat(AttemptFiles.open(counted).deaths(key)).isZero();
  }

  @Test
  void anEngineThatNeverAnswersCostsItsThreadOnly() throws Exception {
    try (var desk = desk(attempts, name -> Optional.empty(), Duration.ofMillis(100))) {
      desk.start();

      Reading.Progress progress = settled(desk.open(Utterances.plan("a", "하나", DEAF, "둘")));

      assertThat(progress.state()).isEqualTo(Reading.State.COMPLETE);
      assertThat(progress.skipped()).isEqualTo(1);
      assertThat(engine.times.get(DEAF)).isEqualTo(2);
      await().atMost(LONG).until(() -> desk.stalled().isZero());
    } finally {
      engine.answer.countDown();
    }
  }

  @Test
  void aBrokenEngineIsFoundOutByItsCanaryAndLeftAlone() throws Exception {
    Utterance canary = Utterances.of("카나리아", Duration.ZERO);
    engine.broken = true;
    try (var desk = desk(attempts, name -> Optional.of(canary), LONG)) {
      desk.start();
      settled(desk.open(Utterances.plan("a", "하나")));
      await().atMost(LONG).until(() -> desk.brokenEngines().contains("tone"));
      int asked = engine.times.getOrDefault("둘", 0);

      Reading.Progress refused = settled(desk.open(Utterances.plan("b", "둘")));

      assertThat(refused.state()).isEqualTo(Reading.State.FAILED);
      assertThat(engine.times.getOrDefault("둘", 0)).isEqualTo(asked);
      assertThat(((SentenceState.Skipped) refused.sentences().getFirst()).sentence())
          .contains("doesn't speak at the moment");

      engine.broken = false;
      await().atMost(LONG).until(() -> desk.brokenEngines().isEmpty());
      assertThat(settled(desk.open(Utterances.plan("b", "둘"))).state())
          .isEqualTo(Reading.State.COMPLETE);
      assertThat(desk.lost()).isZero();
    }
  }

  @Test
  void anEngineThatHasLeftItsThreadsBehindIsLostUntilTheyComeBack() throws Exception {
    Utterance canary = Utterances.of(DEAF, Duration.ZERO);
    try (var desk = desk(attempts, name -> Optional.of(canary), Duration.ofMillis(100))) {
      desk.start();
      settled(desk.open(Utterances.plan("a", "하나", DEAF, "둘", DEAF + "!")));

      await().atMost(Duration.ofMinutes(2)).until(() -> desk.lost().isPositive());
      assertThat(desk.brokenEngines()).contains("tone");
      engine.answer.countDown();
      await().atMost(LONG).until(() -> desk.brokenEngines().isEmpty());
      assertThat(desk.lost()).isZero();
    } finally {
      engine.answer.countDown();
    }
  }

  @Test
  void aThreadThatDiesIsReplaced() throws Exception {
    var spoken = new AtomicInteger();
    var room =
        new WorkRoom(
            1,
            new WorkRoom.Work() {
              @Override
              public void speak(Reading reading, int sentence) {
                if (spoken.incrementAndGet() == 1) {
                  throw new InternalError("as in the work");
                }
              }

              @Override
              public void broke(Reading reading, int sentence, Throwable why) {
                throw new InternalError("and again while it is tidied up");
              }
            });
    try (room) {
      room.start();
      ReadingPlan plan = Utterances.plan("a", "하나", "둘");
      room.add(
          new Reading(
              plan,
              Clock.systemUTC().instant(),
              plan.sentences().stream()
                  .<SentenceState>map(sentence -> new SentenceState.Waiting())
                  .toList()));

      await().dontCatchUncaughtExceptions().atMost(LONG).until(() -> spoken.get() == 2);
      await().dontCatchUncaughtExceptions().atMost(LONG).until(() -> room.stalled().isZero());
    }
  }

  private ReadingDesk desk(
      Attempts counted, Function<String, Optional<Utterance>> canary, Duration time) {
    var clips = new ClipFiles(folder.resolve("clips"));
    var maker =
        new ClipMaker(
            name -> Optional.of(engine),
            clips,
            Watch.NOBODY,
            new Precautions(
                counted,
                canary,
                Duration.ofMillis(10),
                time,
                Duration.ofMillis(50),
                Duration.ofMillis(100)));
    return ReadingDeskTest.desk(maker, clips);
  }

  private static Reading.Progress settled(Reading reading) throws InterruptedException {
    return ReadingDeskTest.settled(reading);
  }

  /** The tone engine, but for two sentences, and for a time when it can say nothing at all. */
  private static final class Harmful implements Engine {
    final Map<String, Integer> times = new ConcurrentHashMap<>();
    final CountDownLatch answer = new CountDownLatch(1);
    volatile boolean broken;
    private final ToneEngine tone = new ToneEngine();

    @Override
    public String name() {
      return tone.name();
    }

    @Override
    public String version() {
      return tone.version();
    }

    @Override
    public Speech speak(Utterance utterance) {
      String text = utterance.reading().text();
      times.merge(text, 1, Integer::sum);
      if (text.equals(KILLS) || broken) {
        throw new OutOfMemoryError("by this sentence");
      }
      while (text.startsWith(DEAF) && answer.getCount() > 0) {
        try {
          answer.await();
        } catch (InterruptedException e) {
          continue; // as native code that hears nothing
        }
      }
      return tone.speak(utterance);
    }
  }
}
