package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nangdok.library.ClipInfo;

/** In which order natural voices make what a listener waits for. */
class OpeningOrderTest {

  /** A clip of six and a half seconds. */
  private static final ClipInfo CLIP = new ClipInfo(270 * 192, 6_480, List.of(), true);

  private final ReadingPlan plan = Utterances.plan("a", "하나", "둘", "셋", "넷", "다섯", "여섯");
  private final AtomicInteger now = new AtomicInteger();
  private final List<Integer> alone = new CopyOnWriteArrayList<>();
  private final CountDownLatch beside = new CountDownLatch(1);

  @Test
  void untilTheListenerIsFarEnoughBehindSentencesAreMadeOneByOne() throws Exception {
    Reading reading = spoken(new NaturalLoad(engine -> true, NaturalLoad.WhenBusy.WAIT, 2, 0, 2));

    assertThat(alone).startsWith(0, 1, 2);
    assertThat(alone).doesNotContain(3, 4);
    assertThat(reading.isSettled()).isTrue();
  }

  @Test
  void lightVoicesMakeThemSideBySideAtOnce() throws Exception {
    spoken(NaturalLoad.none());

    assertThat(alone).doesNotContain(0, 1);
  }

  private Reading spoken(NaturalLoad load) {
    var reading =
        new Reading(
            plan,
            Clock.systemUTC().instant(),
            plan.sentences().stream().map(sentence -> SentenceState.WAITING).toList());
    try (var room = new WorkRoom(2, this::speak, load)) {
      room.start();
      room.add(reading);
      await().atMost(Duration.ofSeconds(20)).until(reading::isSettled);
    }
    return reading;
  }

  /** Waits a little for another to come beside it. */
  private void speak(Reading reading, int sentence) throws InterruptedException {
    boolean two = now.incrementAndGet() > 1;
    if (two) {
      beside.countDown();
    }
    if (!beside.await(300, TimeUnit.MILLISECONDS)) {
      alone.add(sentence);
    }
    now.decrementAndGet();
    reading.settle(sentence, new SentenceState.Ready(CLIP));
  }
}
