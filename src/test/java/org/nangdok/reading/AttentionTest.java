package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nangdok.library.ClipInfo;

/** What a listener waits for is made next. */
class AttentionTest {

  private static final ClipInfo CLIP = new ClipInfo(270 * 192, 6_480, List.of(), true);
  private static final int COUNT = 60;

  private final ReadingPlan plan =
      Utterances.plan(
          "a", IntStream.range(0, COUNT).mapToObj(i -> "문장 " + i).toArray(String[]::new));
  private final Reading reading =
      new Reading(
          plan,
          Clock.systemUTC().instant(),
          plan.sentences().stream().map(sentence -> SentenceState.WAITING).toList());
  private final List<Integer> made = new CopyOnWriteArrayList<>();

  @Test
  void aListenerWhoGoesOnIsServedAtOnceAndWhatWasSkippedComesLast() {
    spokenWith(3, () -> reading.attend(40));

    assertThat(made).startsWith(0, 1, 2, 40, 41, 42, 43).hasSize(COUNT).doesNotHaveDuplicates();
    assertThat(made.subList(made.size() - 5, made.size())).allMatch(sentence -> sentence < 40);
  }

  @Test
  void twoListenersAreServedOneAfterTheOtherBeforeTheRestIsMade() {
    spokenWith(
        2,
        () -> {
          reading.attend(20);
          reading.attend(45);
        });

    assertThat(made.subList(2, 14)).containsExactlyElementsOf(range(45, 57));
    assertThat(made.subList(14, 26)).containsExactlyElementsOf(range(20, 32));
  }

  @Test
  void whoListensOnIsOneListenerAndDoesNotCrowdOutTheOthers() {
    spokenWith(1, () -> reading.attend(10), 4, () -> reading.attend(12));

    // ten to twelve were made for the one who is at twelve now: the lead counts from there
    assertThat(made.subList(4, 15)).isEqualTo(range(13, 24));
  }

  @Test
  void placesThatDoNotExistAreTheNearestOnes() {
    spokenWith(1, () -> reading.attend(4_000));

    assertThat(made.get(1)).isEqualTo(COUNT - 1);
    assertThat(made).hasSize(COUNT);
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private void spokenWith(int after, Runnable first) {
    spokenWith(after, first, -1, () -> {});
  }

  /** One thread speaks; listeners move when so many sentences are made. */
  private void spokenWith(int after, Runnable first, int later, Runnable second) {
    WorkRoom.Work work =
        (asked, sentence) -> {
          made.add(sentence);
          reading.settle(sentence, new SentenceState.Ready(CLIP));
          if (made.size() == after) {
            first.run();
          }
          if (made.size() == later) {
            second.run();
          }
        };
    try (var room = new WorkRoom(1, work)) {
      room.start();
      room.add(reading);
      await().atMost(Duration.ofSeconds(20)).until(reading::isSettled);
    }
  }
}
