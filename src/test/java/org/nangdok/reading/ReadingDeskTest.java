package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.library.Attempts;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.ReadingsInMemory;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.page.Page;
import org.nangdok.page.PageFetcher;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;

class ReadingDeskTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private static final PageFetcher NOWHERE =
      address -> {
        throw new AssertionError("nothing is fetched here");
      };
  private static final String PAGE =
      """
      <html lang="en"><head><title>A bridge for two villages</title></head><body><article>
      <h1>A bridge for two villages</h1>
      <p>The two villages on the river have been joined by a bridge since this morning.</p>
      <p>More than two hundred people came to the opening and walked across it together.</p>
      <p>Until now they had to wait for the ferry, which ran only twice a day in winter.</p>
      </article></body></html>
      """;

  @TempDir Path folder;
  private final ToneEngine engine = new ToneEngine();
  private final ReadingStore kept = new ReadingsInMemory();

  @Test
  void aPlanBecomesAudioWhoseLengthIsTheTimelines() throws Exception {
    try (var desk = desk()) {
      desk.start();
      Reading reading = desk.open(Utterances.plan("a", "하나 둘 셋", "넷 다섯"));
      Reading.Progress progress = settled(reading);

      assertThat(progress.state()).isEqualTo(Reading.State.COMPLETE);
      assertThat(progress.timeline().complete()).isTrue();
      byte[] mp3 = bytes(desk.joined(reading));
      assertThat(mp3).hasSize((int) progress.timeline().bytes());
      float[] heard = Mp3Decoding.decode(mp3);
      assertThat(heard.length / 24).isEqualTo((int) progress.timeline().millis());
      int second = (int) progress.timeline().start(1).orElseThrow();
      assertThat(Mp3Decoding.level(heard, second + 60, second + 240)).isGreaterThan(-20);
      assertThat(Mp3Decoding.level(heard, second - 120, second - 24)).isLessThan(-60);
    }
  }

  @Test
  void theMarksDontDriftFromWhatIsHeardInTenMinutes() throws Exception {
    try (var desk = desk()) {
      desk.start();
      String[] cycle = {"하나 둘 셋 넷 다섯 여섯 일곱", "여덟 아홉 열 열하나 열둘", "열셋 열넷 열다섯"};
      String[] texts = new String[850];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = cycle[i % cycle.length];
      }
      Reading reading = desk.open(Utterances.plan("long", texts));
      Reading.Progress progress = settled(reading);
      float[] heard = Mp3Decoding.decode(bytes(desk.joined(reading)));

      assertThat(progress.timeline().millis()).isGreaterThan(600_000);
      for (Timeline.Span span : progress.timeline().spans()) {
        var ready = (SentenceState.Ready) progress.sentences().get(span.sentence());
        int marked = (int) span.start() + ready.clip().marks().getFirst().start();
        int sounds = (int) Math.max(0, span.start() - 24);
        while (Mp3Decoding.level(heard, sounds, sounds + 4) < -40) {
          sounds++;
        }
        assertThat(Math.abs(sounds - marked)).as("sentence %d", span.sentence()).isLessThan(40);
      }
    }
  }

  @Test
  void anyStretchOfTheAudioIsTheSameAsThatStretchOfTheWhole() throws Exception {
    try (var desk = desk()) {
      desk.start();
      Reading reading = desk.open(Utterances.plan("a", "하나 둘", "셋", "넷 다섯 여섯"));
      settled(reading);
      JoinedAudio audio = desk.joined(reading);
      byte[] whole = bytes(audio);
      for (int from = 0; from < whole.length; from += 611) {
        int to = Math.min(whole.length, from + 3000);
        var out = new ByteArrayOutputStream();
        audio.write(out, from, to);
        assertThat(out.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(whole, from, to));
      }
    }
  }

  @Test
  void sentencesOnWhichTheEngineFailsAreLeftOutAndNamed() throws Exception {
    try (var desk = desk()) {
      desk.start();
      Reading reading =
          desk.open(
              Utterances.plan(
                  "a", "하나", ToneEngine.FAILS, "둘", ToneEngine.SILENT, ToneEngine.DEEP, "셋"));
      Reading.Progress progress = settled(reading);

      assertThat(progress.state()).isEqualTo(Reading.State.COMPLETE);
      assertThat(progress.skipped()).isEqualTo(3);
      assertThat(progress.sentences().get(1))
          .isInstanceOfSatisfying(
              SentenceState.Skipped.class, s -> assertThat(s.code()).isEqualTo("speech.failed"));
      assertThat(engine.times.get(ToneEngine.FAILS)).isEqualTo(3);
    }
  }

  @Test
  void aReadingWithoutAnySoundFailsAndIsTriedAgainWhenAskedForAgain() throws Exception {
    try (var desk = desk()) {
      desk.start();
      ReadingPlan plan = Utterances.plan("a", ToneEngine.FAILS);
      assertThat(settled(desk.open(plan)).state()).isEqualTo(Reading.State.FAILED);
      assertThat(settled(desk.open(plan)).state()).isEqualTo(Reading.State.FAILED);
      assertThat(engine.times.get(ToneEngine.FAILS)).isEqualTo(6);
    }
  }

  @Test
  void theSameSentenceIsSpokenOnceForAllReadings() throws Exception {
    try (var desk = desk()) {
      desk.start();
      settled(desk.open(Utterances.plan("a", "하나 둘", "셋", "하나 둘")));
      settled(desk.open(Utterances.plan("b", "셋", "하나 둘")));
      assertThat(engine.times).isEqualTo(Map.of("하나 둘", 1, "셋", 1));
    }
  }

  @Test
  void aRestartGoesOnWhereTheProcessWasStopped() throws Exception {
    ReadingPlan plan = Utterances.plan("a", "하나", "둘");
    try (var first = desk()) {
      first.open(plan); // never started: nothing is spoken
    }
    assertThat(kept.unfinished()).hasSize(1);
    try (var second = desk()) {
      second.start();
      second.resume();
      Reading reading = second.find("a").orElseThrow();
      assertThat(settled(reading).state()).isEqualTo(Reading.State.COMPLETE);
    }
    assertThat(kept.unfinished()).isEmpty();
    try (var third = desk()) {
      third.start();
      Reading reading = third.find("a").orElseThrow();
      assertThat(reading.plan()).isEqualTo(plan);
      assertThat(reading.progress().state()).isEqualTo(Reading.State.COMPLETE);
    }
    assertThat(engine.spoken.get()).isEqualTo(2);
  }

  @Test
  void aReadingWithAListenerIsSpokenBeforeAnOlderOneWithout() throws Exception {
    try (var desk = desk()) {
      Reading batch = desk.open(Utterances.plan("batch", "하나", "둘", "셋"));
      Reading heard = desk.open(Utterances.plan("heard", "넷", "다섯", "여섯"));
      try (var listening = heard.listen()) {
        desk.start();
        settled(heard);
        assertThat(batch.progress().done()).isLessThanOrEqualTo(1);
      }
      settled(batch);
    }
  }

  @Test
  void anEngineThatHangsIsStoppedAndTheRestGoesOn() throws Exception {
    var clips = new ClipFiles(folder.resolve("clips"));
    var maker =
        new ClipMaker(
            name -> Optional.of(engine),
            clips,
            Watch.NOBODY,
            new Precautions(
                Attempts.inMemory(),
                name -> Optional.empty(),
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                LONG,
                LONG));
    var preparation = new Preparation(planner(NOWHERE), 1, LONG);
    try (var desk = new ReadingDesk(preparation, maker, kept, clips, Clock.systemUTC(), 1, 3)) {
      desk.start();
      Reading.Progress progress =
          settled(desk.open(Utterances.plan("a", "하나", ToneEngine.HANGS, "둘")));

      assertThat(progress.state()).isEqualTo(Reading.State.COMPLETE);
      assertThat(progress.sentences().get(1)).isInstanceOf(SentenceState.Skipped.class);
      assertThat(engine.times.get(ToneEngine.HANGS)).isEqualTo(2);
    }
  }

  @Test
  void row87WhatEverybodyHasLeftRestsUntilItIsAskedForAgain() throws Exception {
    try (var desk = desk()) {
      Reading left = desk.ask(text("The ferry is back. It runs twice a day. Tickets are cheap."));
      left.listen().close();
      assertThat(desk.isInWork(left.plan().id())).isFalse();
      desk.start();

      settled(desk.open(Utterances.plan("other", "하나", "둘")));

      assertThat(engine.spoken.get()).isEqualTo(2);
      assertThat(left.progress().done()).isZero();
      Reading again = desk.find(left.plan().id()).orElseThrow();
      assertThat(settled(again).state()).isEqualTo(Reading.State.COMPLETE);
    }
  }

  @Test
  void whoComesAgainForAPlaylistIsWaitedFor() throws Exception {
    try (var desk = desk()) {
      Reading reading = desk.ask(text("The ferry is back. It runs twice a day."));
      reading.visit().close();
      desk.start();

      assertThat(settled(reading).state()).isEqualTo(Reading.State.COMPLETE);
    }
  }

  @Test
  void aBatchGoesOnWhoeverLeaves() throws Exception {
    try (var desk = desk()) {
      Reading batch = desk.open(Utterances.plan("batch", "하나", "둘"));
      batch.listen().close();
      desk.start();

      assertThat(settled(batch).state()).isEqualTo(Reading.State.COMPLETE);
    }
  }

  @Test
  void row85WhenTooManyWaitNewOnesAreRefusedAndKnownOnesAreNot() {
    try (var desk = desk()) {
      for (String day : List.of("Monday", "Tuesday", "Wednesday")) {
        desk.ask(text("The market opens on " + day + "."));
      }

      assertThatThrownBy(() -> desk.ask(text("The market opens on Thursday.")))
          .isInstanceOfSatisfying(
              BusyException.class,
              busy -> {
                assertThat(busy.code()).isEqualTo("service.busy");
                assertThat(busy.members()).containsEntry("retryAfter", 30);
              });
      assertThat(desk.ask(text("The market opens on Monday.")).audience().isWanted()).isTrue();
    }
  }

  @Test
  void row86AThousandWhoAskForOneArticleHaveItFetchedAndMadeOnce() throws Exception {
    var fetched = new AtomicInteger();
    var asking = new ConcurrentLinkedQueue<Thread>();
    var readings = ConcurrentHashMap.<Reading>newKeySet();
    PageFetcher site =
        address -> {
          fetched.incrementAndGet();
          while (asking.stream().filter(one -> one.getState() == Thread.State.WAITING).count()
              < 999) {
            Thread.onSpinWait(); // until all the others wait for this fetch
          }
          return new Page(URI.create(address), PAGE);
        };
    try (var desk = desk(site);
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      desk.start();
      for (int i = 0; i < 1_000; i++) {
        threads.execute(
            () -> {
              asking.add(Thread.currentThread());
              readings.add(
                  desk.ask(
                      new ReadingRequest("https://news.example/1", null, null, null, Map.of(), 1)));
            });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

      assertThat(readings).hasSize(1);
      assertThat(settled(readings.iterator().next()).state()).isEqualTo(Reading.State.COMPLETE);
    }
    assertThat(fetched).hasValue(1);
    assertThat(engine.times.values()).containsOnly(1);
  }

  private static ReadingRequest text(String text) {
    return new ReadingRequest(null, null, text, "en", Map.of(), 1);
  }

  private ReadingDesk desk() {
    return desk(NOWHERE);
  }

  private ReadingDesk desk(PageFetcher pages) {
    var clips = new ClipFiles(folder.resolve("clips"));
    var maker = new ClipMaker(name -> Optional.of(engine), clips);
    var preparation = new Preparation(planner(pages), 2, LONG);
    return new ReadingDesk(preparation, maker, kept, clips, Clock.systemUTC(), 1, 3);
  }

  /** A desk of one thread that fetches nothing and keeps its readings in memory. */
  static ReadingDesk desk(ClipMaker maker, ClipFiles clips) {
    return desk(maker, clips, new ReadingsInMemory());
  }

  static ReadingDesk desk(ClipMaker maker, ClipFiles clips, ReadingStore store) {
    var preparation = new Preparation(planner(NOWHERE), 2, LONG);
    return new ReadingDesk(preparation, maker, store, clips, Clock.systemUTC(), 1, 100);
  }

  private static ReadingPlanner planner(PageFetcher pages) {
    var voices = VoicesFolder.shipped();
    var catalogue = Catalogue.read(voices);
    return new ReadingPlanner(
        pages,
        new ArticleExtractor(),
        new ScriptWriter(),
        new Languages(List.of(new EnglishLanguage(voices))),
        catalogue,
        Casting.read(voices, catalogue),
        name -> Optional.of("1"));
  }

  static Reading.Progress settled(Reading reading) throws InterruptedException {
    long deadline = System.nanoTime() + LONG.toNanos();
    Reading.Progress progress = reading.progress();
    while (progress.state() == Reading.State.PREPARED
        || progress.state() == Reading.State.SPEAKING) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
      progress = reading.awaitChange(progress.version(), Duration.ofSeconds(1));
    }
    return progress;
  }

  private static byte[] bytes(JoinedAudio audio) throws IOException {
    var out = new ByteArrayOutputStream();
    audio.write(out, 0, audio.length());
    return out.toByteArray();
  }
}
