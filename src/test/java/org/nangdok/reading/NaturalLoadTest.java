package org.nangdok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.library.ReadingsInMemory;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.script.Gender;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;

/** What new readings get when natural voices have enough to do, and readings read again. */
class NaturalLoadTest {

  private static final Voice NATURAL =
      new Voice("en-n", "natural", "n", "1", "en-US", Gender.FEMALE, "Natural", "x", "x", 0);
  private static final Voice OTHER =
      new Voice("en-o", "natural", "o", "1", "en-US", Gender.MALE, "Other", "x", "x", 0);

  @TempDir private Path folder = Path.of("");
  private final ToneEngine tone = new ToneEngine();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Catalogue catalogue = Catalogue.read(VoicesFolder.shipped());

  @Test
  void howManyKeepUpFollowsFromWhatWasMeasured() {
    var load = new NaturalLoad("natural"::equals, NaturalLoad.WhenBusy.LIGHT, 4, 0, 1);
    for (int i = 0; i < 200; i++) {
      load.made("natural", Duration.ofSeconds(2), Duration.ofSeconds(1));
      load.made("light", Duration.ofSeconds(1), Duration.ofSeconds(9));
    }
    assertThat(load.realTimeFactor()).isBetween(0.49, 0.51);
    assertThat(load.most()).isEqualTo(7);

    for (int i = 0; i < 200; i++) {
      load.made("natural", Duration.ofSeconds(1), Duration.ofSeconds(9));
    }
    assertThat(load.most()).isEqualTo(1);
  }

  @Test
  void aSentenceThatUsesAllThreadsCountsForAll() {
    var load = new NaturalLoad("natural"::equals, NaturalLoad.WhenBusy.LIGHT, 2, 0, 2);
    for (int i = 0; i < 200; i++) {
      load.made("natural", Duration.ofSeconds(2), Duration.ofSeconds(1));
    }
    assertThat(load.realTimeFactor()).isBetween(0.99, 1.01);
    assertThat(load.most()).isEqualTo(1);
  }

  @Test
  void whenNaturalVoicesAreBusyANewReadingGetsLightOnesAndSaysSo() throws Exception {
    natural();
    try (var desk = desk(NaturalLoad.WhenBusy.LIGHT)) {
      desk.start();
      Reading first = desk.ask(request("The first of them is read by natural voices."));
      Reading second = desk.ask(request("The second one has to make do with a light voice."));
      Reading firstAgain = desk.ask(request("The first of them is read by natural voices."));

      assertThat(engines(first)).containsOnly("natural");
      assertThat(first.plan().warnings()).isEmpty();
      assertThat(engines(second)).doesNotContain("natural");
      assertThat(second.plan().warnings()).containsExactly(ReadingPlan.BUSY);
      assertThat(firstAgain).isSameAs(first);
      goOn.countDown();
      awaitComplete(first);
      Reading third = desk.ask(request("The third one is natural, since the first is made."));
      assertThat(engines(third)).containsOnly("natural");

      Reading again = desk.again(second.plan().id()).orElseThrow();
      assertThat(engines(again)).containsOnly("natural");
      assertThat(again.plan().warnings()).isEmpty();
      assertThat(String.join(" ", texts(again))).isEqualTo(String.join(" ", texts(second)));
      assertThat(texts(again)).hasSizeGreaterThan(texts(second).size());
    } finally {
      goOn.countDown();
    }
  }

  @Test
  void orItWaitsAndBeginsWhenTheOneBeforeIsMade() throws Exception {
    natural();
    try (var desk = desk(NaturalLoad.WhenBusy.WAIT)) {
      desk.start();
      Reading first = desk.ask(request("The first of them is read by natural voices."));
      Reading second = desk.ask(request("The second one waits for natural voices."));
      Awaitility.await().until(second::isHeld);

      assertThat(first.isHeld()).isFalse();
      assertThat(engines(second)).containsOnly("natural");
      goOn.countDown();
      awaitComplete(first);
      awaitComplete(second);
      assertThat(second.isHeld()).isFalse();
    } finally {
      goOn.countDown();
    }
  }

  @Test
  void aReadingKeepsItsVoicesAndItsWordsAreReadAgainByTheNewOnes() throws Exception {
    goOn.countDown();
    try (var desk = desk(NaturalLoad.WhenBusy.LIGHT)) {
      desk.start();
      Reading light =
          desk.ask(request("Anchor: It rained all night. Rivers rose.\n\nMary: My boat is gone."));
      awaitComplete(light);
      assertThat(engines(light)).doesNotContain("natural");
      Reading same = desk.again(light.plan().id()).orElseThrow();
      assertThat(voices(same)).isEqualTo(voices(light));

      natural();
      assertThat(engines(desk.find(light.plan().id()).orElseThrow())).doesNotContain("natural");
      Reading again = desk.again(light.plan().id()).orElseThrow();
      awaitComplete(again);

      assertThat(again.plan().id()).isNotEqualTo(light.plan().id());
      assertThat(engines(again)).containsOnly("natural");
      assertThat(String.join(" ", texts(again))).isEqualTo(String.join(" ", texts(light)));
      assertThat(again.plan().turns()).hasSameSizeAs(light.plan().turns());
      assertThat(again.plan().title()).isEqualTo(light.plan().title());
      assertThat(desk.again("none")).isEmpty();
    }
  }

  @Test
  void naturalVoicesMakeNoMoreSentencesAtOnceThanTheyMay() throws Exception {
    var load = new NaturalLoad("natural"::equals, NaturalLoad.WhenBusy.LIGHT, 4, 1, 1);
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    Engine counting = engine("natural", now, most);
    Engine held = load.bounded(counting);
    var threads = new java.util.ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> held.speak(Utterances.of("one two", Duration.ofMillis(10)))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(most.get()).isEqualTo(1);
    assertThat(held.version()).isEqualTo("1");
    Engine light = engine("light", now, most);
    assertThat(load.bounded(light)).isSameAs(light);
  }

  private Engine engine(String name, AtomicInteger now, AtomicInteger most) {
    return new Engine() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String version() {
        return "1";
      }

      @Override
      public Speech speak(Utterance utterance) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
          return tone.speak(utterance);
        } finally {
          now.decrementAndGet();
        }
      }
    };
  }

  private void natural() {
    catalogue.replaceInstalled(
        List.of(new InstalledVoice(NATURAL, 210, 3), new InstalledVoice(OTHER, 110, 3)));
  }

  /** With more sentences than threads, so that it stays in work. */
  private static ReadingRequest request(String text) {
    String more = text + " It goes on. And on. And on a little more. Then it ends.";
    return new ReadingRequest(null, null, more, "en", Map.of(), 1);
  }

  private static List<String> engines(Reading reading) {
    return voices(reading).stream().map(Voice::engine).toList();
  }

  private static List<Voice> voices(Reading reading) {
    return reading.sentences().stream().map(one -> one.utterance().voice()).toList();
  }

  private static List<String> texts(Reading reading) {
    return reading.sentences().stream().map(PlannedSentence::text).toList();
  }

  private static void awaitComplete(Reading reading) {
    Awaitility.await().until(() -> reading.progress().state() == Reading.State.COMPLETE);
  }

  /** Its natural engine speaks when it is let. One reading at a time is as much as it may do. */
  private ReadingDesk desk(NaturalLoad.WhenBusy busy) throws IOException {
    var voices = VoicesFolder.shipped();
    Engine slow =
        new Engine() {
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
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return tone.speak(utterance);
          }
        };
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
    var maker = new ClipMaker(name -> Optional.of(name.equals("natural") ? slow : tone), clips);
    return new ReadingDesk(
        new Preparation(planner, 4, Duration.ofSeconds(20)),
        maker,
        new ReadingsInMemory(),
        clips,
        Clock.systemUTC(),
        2,
        100,
        new NaturalLoad("natural"::equals, busy, 1, 0, 1));
  }
}
