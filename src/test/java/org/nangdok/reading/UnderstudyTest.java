package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.ReadingsInMemory;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.script.Gender;
import org.nangdok.script.Speaker;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;

/** What happens when an installed voice fails in the middle of a reading. */
class UnderstudyTest {

  private static final Voice NATURAL =
      new Voice("ko-n", "natural", "n", "1", "ko", Gender.MALE, "Natural", "x", "x", 0);
  private static final Voice OTHER =
      new Voice("ko-o", "natural", "o", "1", "ko", Gender.FEMALE, "Other", "x", "x", 0);

  @TempDir private Path folder;
  private final ReadingStore stored = new ReadingsInMemory();
  private final ToneEngine tone = new ToneEngine();

  @Test
  void theRestOfThatPersonMovesTogetherAndTheAnswerSaysSo() throws Exception {
    try (var desk = desk(1)) {
      desk.start();
      Reading reading = desk.open(plan("하나", "둘 breaks", "셋", "넷"));
      Reading.Progress progress = settled(reading);

      assertThat(progress.state()).isEqualTo(Reading.State.COMPLETE);
      assertThat(progress.skipped()).isZero();
      List<Voice> voices =
          reading.sentences().stream().map(one -> one.utterance().voice()).toList();
      assertThat(voices.get(0)).isEqualTo(NATURAL);
      assertThat(voices.get(1).engine()).isEqualTo("recorded");
      assertThat(voices.get(1).gender()).isEqualTo(Gender.MALE);
      assertThat(voices.get(2)).isEqualTo(OTHER);
      assertThat(voices.subList(3, 5)).containsOnly(voices.get(1));
      assertThat(reading.plan().turns().get(0).voice()).isEqualTo(voices.get(1));
      assertThat(reading.plan().turns().get(2).voice()).isEqualTo(voices.get(1));
      assertThat(reading.plan().turns().get(1).voice()).isEqualTo(OTHER);
      assertThat(reading.plan().warnings())
          .singleElement()
          .asString()
          .contains("Natural could not go on at sentence 2", voices.get(1).name());
    }
  }

  @Test
  void aVoiceByNameOnlyHasAnUnderstudyToo() throws Exception {
    try (var desk = desk(1, InstalledVoice.BY_NAME_ONLY)) {
      desk.start();
      Reading reading = desk.open(plan("하나", "둘 breaks", "셋", "넷"));
      Reading.Progress progress = settled(reading);

      assertThat(progress.skipped()).isZero();
      assertThat(reading.sentences().get(4).utterance().voice().engine()).isEqualTo("recorded");
    }
  }

  @Test
  void whatWasDecidedIsKept() throws Exception {
    ReadingPlan after;
    try (var desk = desk(2)) {
      desk.start();
      Reading reading = desk.open(plan("하나", "둘 breaks", "셋", "넷"));
      settled(reading);
      after = reading.plan();
    }
    try (var desk = desk(2)) {
      Reading found = desk.find("r").orElseThrow();
      assertThat(found.plan()).isEqualTo(after);
      assertThat(found.progress().state()).isEqualTo(Reading.State.COMPLETE);
    }
  }

  @Test
  void aSentenceThatNobodyCanSpeakIsLeftOut() throws Exception {
    try (var desk = desk(2)) {
      desk.start();
      Reading reading = desk.open(plan("하나", "breaks " + ToneEngine.FAILS, "셋", "넷"));
      Reading.Progress progress = settled(reading);

      assertThat(progress.skipped()).isEqualTo(1);
      assertThat(progress.state()).isEqualTo(Reading.State.COMPLETE);
      assertThat(reading.plan().warnings()).hasSize(1);
    }
  }

  /** The natural engine; it breaks at a word and never comes back. */
  private final class Breaking implements Engine {
    private volatile boolean broken;

    @Override
    public String name() {
      return "natural";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Speech speak(Utterance utterance) {
      if (utterance.reading().text().contains("breaks")) {
        broken = true;
      }
      if (broken && utterance.voice().equals(NATURAL)) {
        throw new SpeechException("broken");
      }
      return tone.speak(utterance);
    }
  }

  private ReadingDesk desk(int threads) {
    return desk(threads, 3);
  }

  private ReadingDesk desk(int threads, int quality) {
    var voices = VoicesFolder.shipped();
    var catalogue = Catalogue.read(voices);
    catalogue.replaceInstalled(
        List.of(new InstalledVoice(NATURAL, 120, quality), new InstalledVoice(OTHER, 200, 3)));
    var planner =
        new ReadingPlanner(
            address -> {
              throw new AssertionError("nothing is fetched here");
            },
            new ArticleExtractor(),
            new ScriptWriter(),
            new Languages(List.of(new EnglishLanguage(voices))),
            catalogue,
            Casting.read(voices, catalogue),
            name -> Optional.of("1"));
    var clips = new ClipFiles(folder.resolve("clips"));
    var breaking = new Breaking();
    var maker = new ClipMaker(name -> Optional.of(name.equals("natural") ? breaking : tone), clips);
    var preparation = new Preparation(planner, 4, Duration.ofSeconds(20));
    return new ReadingDesk(preparation, maker, stored, clips, Clock.systemUTC(), threads, 100);
  }

  /** Two sentences of one person, one of another's, two more of the first. */
  private static ReadingPlan plan(String... texts) {
    List<PlannedTurn> turns = new ArrayList<>();
    int index = 0;
    for (String[] words : new String[][] {{texts[0], texts[1]}, {}, {texts[2], texts[3]}}) {
      boolean other = words.length == 0;
      List<PlannedSentence> sentences = new ArrayList<>();
      for (String text : other ? new String[] {"사이"} : words) {
        Utterance plain = Utterances.of(text, Duration.ofMillis(240));
        var utterance =
            new Utterance(
                plain.reading(),
                plain.normaliser(),
                other ? OTHER : NATURAL,
                plain.delivery(),
                plain.pauseAfter());
        sentences.add(
            new PlannedSentence(
                index, index, false, utterance, ClipKey.of(utterance, "1", "test")));
        index++;
      }
      turns.add(
          new PlannedTurn(
              turns.size(),
              other ? Speaker.ANCHOR : Speaker.NARRATOR,
              null,
              null,
              null,
              null,
              other ? "anchor" : "narrator",
              other ? OTHER : NATURAL,
              sentences));
    }
    return new ReadingPlan(
        "r", null, "제목", null, null, "ko", null, turns, List.of(), List.of(), List.of());
  }

  private static Reading.Progress settled(Reading reading) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    Reading.Progress progress = reading.progress();
    while (progress.done() < progress.sentences().size()) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(deadline);
      progress = reading.awaitChange(progress.version(), Duration.ofSeconds(1));
    }
    return progress;
  }
}
