package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.StoredReading;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.script.ScriptWriter;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;

class ReadingDeskTest {

  private static final Duration LONG = Duration.ofSeconds(20);

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
        int sounds = (int) span.start() - 24;
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

  private ReadingDesk desk() {
    var clips = new ClipFiles(folder.resolve("clips"));
    var maker = new ClipMaker(name -> Optional.of(engine), clips);
    return new ReadingDesk(planner(), maker, kept, clips, Clock.systemUTC(), 1);
  }

  private static ReadingPlanner planner() {
    var voices = VoicesFolder.shipped();
    var catalogue = Catalogue.read(voices);
    return new ReadingPlanner(
        address -> {
          throw new AssertionError("nothing is fetched here");
        },
        new ArticleExtractor(),
        new ScriptWriter(),
        new Languages(List.of(new EnglishLanguage(voices))),
        catalogue,
        Casting.read(voices, catalogue),
        name -> Optional.of("1"));
  }

  private static Reading.Progress settled(Reading reading) throws InterruptedException {
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

  private static final class ReadingsInMemory implements ReadingStore {
    private final Map<String, StoredReading> readings = new ConcurrentHashMap<>();

    @Override
    public void save(StoredReading reading) {
      readings.put(reading.id(), reading);
    }

    @Override
    public Optional<StoredReading> find(String id) {
      return Optional.ofNullable(readings.get(id));
    }

    @Override
    public List<StoredReading> unfinished() {
      return readings.values().stream().filter(reading -> !reading.finished()).toList();
    }
  }
}
