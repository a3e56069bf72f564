package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.Feed;
import org.nangdok.library.ListedReading;
import org.nangdok.library.ReadingsInMemory;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.FeedFiles;

class KeepingTest {

  private static final Instant LATER = Instant.now().plus(Duration.ofDays(40));

  @TempDir Path folder;
  private final ReadingsInMemory store = new ReadingsInMemory();

  private ClipFiles clips() {
    return new ClipFiles(folder.resolve("clips"));
  }

  private ReadingDesk desk() {
    var maker = new ClipMaker(name -> Optional.of(new ToneEngine()), clips());
    return ReadingDeskTest.desk(maker, clips(), store);
  }

  private Keeping keeping(ReadingDesk desk, Keeping.Limits limits) {
    return new Keeping(
        desk, store, clips(), feeds(), Clock.fixed(LATER, ZoneOffset.UTC), limits, () -> 0);
  }

  private FeedFiles feeds() {
    return new FeedFiles(folder.resolve("feeds"));
  }

  private static Keeping.Limits unlimited() {
    return new Keeping.Limits(Duration.ZERO, 0);
  }

  @Test
  void removingAReadingTakesItsClipsButNoneThatAnotherUses() throws Exception {
    try (var desk = desk()) {
      desk.start();
      Reading first = complete(desk, Utterances.plan("a", "하나 둘", "함께 쓰는 말"));
      Reading second = complete(desk, Utterances.plan("b", "함께 쓰는 말", "셋 넷"));
      List<String> told = new ArrayList<>();
      Keeping keeping = keeping(desk, unlimited());
      keeping.whenRemoved(told::add);

      keeping.remove("a", null);

      assertThat(desk.find("a")).isEmpty();
      assertThat(told).containsExactly("a");
      assertThat(clips().info(first.key(0))).isEmpty();
      assertThat(clips().info(second.key(0))).isPresent();
      assertThat(clips().info(second.key(1))).isPresent();
      assertThat(keeping.list(null, null, 9)).extracting(ListedReading::id).containsExactly("b");
      assertThatThrownBy(() -> keeping.remove("a", null)).hasMessageContaining("no reading");
    }
  }

  @Test
  void aKeySeesAndForgetsItsOwnOnly() throws Exception {
    try (var desk = desk()) {
      desk.start();
      complete(desk, Utterances.plan("a", "하나"));
      Keeping keeping = keeping(desk, unlimited());
      keeping.own("a", "desk");
      keeping.own("a", "radio");

      assertThatThrownBy(() -> keeping.remove("a", "stranger")).hasMessageContaining("no reading");
      keeping.remove("a", "desk");
      assertThat(keeping.list("desk", null, 9)).isEmpty();
      assertThat(desk.find("a")).isPresent();
      keeping.remove("a", "radio");
      assertThat(desk.find("a")).isEmpty();
    }
  }

  @Test
  void whatStandsInAFeedStays() throws Exception {
    try (var desk = desk()) {
      desk.start();
      complete(desk, Utterances.plan("a", "하나"));
      feeds()
          .save(
              new Feed(
                  "news",
                  "News",
                  "ko",
                  null,
                  List.of(new Feed.Entry("a", null, Instant.EPOCH)),
                  List.of()));
      Keeping keeping = keeping(desk, new Keeping.Limits(Duration.ofDays(1), 1));

      assertThatThrownBy(() -> keeping.remove("a", null)).hasMessageContaining("the feed news");
      keeping.round();

      assertThat(desk.find("a")).isPresent();
    }
  }

  @Test
  void whatNobodyHeardForTooLongGoesAndWhatIsHeardNowStays() throws Exception {
    try (var desk = desk()) {
      desk.start();
      complete(desk, Utterances.plan("old", "하나"));
      Reading heard = complete(desk, Utterances.plan("heard", "둘"));
      complete(desk, Utterances.plan("fresh", "셋"));
      store.heard("fresh", LATER.minus(Duration.ofDays(1)));
      Keeping keeping = keeping(desk, new Keeping.Limits(Duration.ofDays(30), 0));

      try (var listening = heard.listen()) {
        keeping.round();
      }

      assertThat(keeping.list(null, null, 9))
          .extracting(ListedReading::id)
          .containsExactlyInAnyOrder("fresh", "heard");
    }
  }

  @Test
  void atItsBoundTheLeastRecentlyHeardGoFirstAndClipsOfNobodyBeforeThem() throws Exception {
    try (var desk = desk()) {
      desk.start();
      for (int i = 0; i < 6; i++) {
        complete(desk, Utterances.plan("r" + i, "이야기 " + i + "번 하나 둘 셋 넷"));
        store.heard("r" + i, Instant.EPOCH.plusSeconds(i == 0 ? 99 : i));
      }
      var orphan = Utterances.plan("x", "아무도 쓰지 않는 소리").sentences().getFirst();
      new ClipMaker(name -> Optional.of(new ToneEngine()), clips()).make(orphan);
      age(folder.resolve("clips"));
      long all = bytes();
      long one = all / 7;

      keeping(desk, new Keeping.Limits(Duration.ZERO, all - one / 2)).round();
      assertThat(clips().info(orphan.key())).isEmpty();
      assertThat(store.leastHeard()).hasSize(6);

      keeping(desk, new Keeping.Limits(Duration.ZERO, bytes() - one - one / 2)).round();
      assertThat(store.leastHeard())
          .extracting(ListedReading::id)
          .containsExactly("r3", "r4", "r5", "r0");
    }
  }

  @Test
  void whatCanBeMadeAnewGoesBeforeAnyReading() throws Exception {
    try (var desk = desk()) {
      desk.start();
      complete(desk, Utterances.plan("r0", "이야기 하나 둘 셋 넷"));
      var files = new MadeOnce(1_000);
      Keeping keeping = keeping(desk, new Keeping.Limits(Duration.ZERO, bytes() + 400));
      keeping.counts(files);

      keeping.round();
      assertThat(files.left).isEqualTo(400);
      assertThat(store.leastHeard()).hasSize(1);

      keeping.round();
      assertThat(files.left).isEqualTo(400);
    }
  }

  /** Made files, of which any part can go. */
  private static final class MadeOnce implements Spare {
    private long left;

    MadeOnce(long bytes) {
      left = bytes;
    }

    @Override
    public long bytes() {
      return left;
    }

    @Override
    public long free(long bytes) {
      long freed = Math.min(bytes, left);
      left -= freed;
      return freed;
    }
  }

  @Test
  void noClipIsLostThatAnotherReadingUsesHoweverBusyItIs() throws Exception {
    try (var desk = desk();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      desk.start();
      Keeping keeping = keeping(desk, unlimited());
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int number = i;
        work.add(
            threads.submit(
                () -> {
                  complete(
                      desk, Utterances.plan("go" + number, "함께 " + number % 5, "혼자 " + number));
                  keeping.remove("go" + number, null);
                  return true;
                }));
        work.add(
            threads.submit(
                () -> complete(desk, Utterances.plan("stay" + number, "함께 " + number % 5))));
      }
      for (Future<?> one : work) {
        one.get();
      }

      for (int i = 0; i < 40; i++) {
        Reading stays = desk.find("stay" + i).orElseThrow();
        assertThat(clips().info(stays.key(0))).as("stay%d", i).isPresent();
        assertThat(desk.find("go" + i)).isEmpty();
      }
    }
  }

  private static Reading complete(ReadingDesk desk, ReadingPlan plan) throws InterruptedException {
    Reading reading = desk.open(plan);
    assertThat(ReadingDeskTest.settled(reading).state()).isEqualTo(Reading.State.COMPLETE);
    return reading;
  }

  private long bytes() {
    long[] sum = {0};
    clips().each((key, bytes, made) -> sum[0] += bytes);
    return sum[0];
  }

  private static void age(Path clips) throws IOException {
    try (var files = Files.walk(clips)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      }
    }
  }
}
