package org.nangdok.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.article.Article;
import org.nangdok.article.ArticleExtractor;
import org.nangdok.article.WholeText;
import org.nangdok.audio.Tones;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Languages;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.library.StoredPart;
import org.nangdok.library.StoredWork;
import org.nangdok.library.Turns;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.Database;
import org.nangdok.library.local.FeedFiles;
import org.nangdok.library.local.ReadingTable;
import org.nangdok.library.local.WorkTable;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.Keeping;
import org.nangdok.reading.Preparation;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.script.writer.ScriptWriter;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Works with the real database and an engine that speaks when the test lets it. */
class WorkDeskTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final VoicesFolder VOICES = VoicesFolder.shipped();
  private static final Catalogue CATALOGUE = Catalogue.read(VOICES);
  private static final Casting CASTING = Casting.read(VOICES, CATALOGUE);

  @TempDir Path folder;
  private final Gated engine = new Gated();
  private Service service;

  /** Speaks tones, and waits before each sentence while it is closed. */
  private static final class Gated implements Engine {
    final LinkedBlockingQueue<String> spoken = new LinkedBlockingQueue<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile int most = Integer.MAX_VALUE;

    /** Opens, and shuts by itself once so many sentences are spoken in all. */
    void openFor(int sentences) {
      most = sentences;
      gate.countDown();
    }

    void shut() {
      gate = new CountDownLatch(1);
    }

    void open() {
      most = Integer.MAX_VALUE;
      gate.countDown();
    }

    @Override
    public String name() {
      return "gated";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Speech speak(Utterance utterance) {
      try {
        gate.await(LONG.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SpeechException("The process ended.", e);
      }
      spoken.add(utterance.reading().text());
      if (spoken.size() >= most) {
        shut();
      }
      return Tones.speech(440, .3, 0, 200, 0, 24_000, List.of());
    }
  }

  /** One process on the folder. */
  private final class Service implements AutoCloseable {
    final DataFolder data = DataFolder.open(folder);
    final Database database = Database.open(data);
    final ReadingDesk desk;
    final WorkDesk works;
    final Keeping keeping;

    Service() {
      Flyway.configure().dataSource(database.connections()).load().migrate();
      JdbcClient client = JdbcClient.create(database.connections());
      var readings = new ReadingTable(client, database, () -> false);
      var clips = new ClipFiles(folder.resolve("clips"));
      var planner =
          new ReadingPlanner(
              address -> {
                throw new AssertionError("nothing is fetched here");
              },
              new ArticleExtractor(),
              new ScriptWriter(),
              new Languages(List.of(new EnglishLanguage(VOICES))),
              CATALOGUE,
              CASTING,
              name -> Optional.of("1"));
      desk =
          new ReadingDesk(
              new Preparation(planner, 1, LONG),
              new ClipMaker(name -> Optional.of(engine), clips),
              readings,
              clips,
              Clock.systemUTC(),
              1,
              10);
      keeping =
          new Keeping(
              desk,
              readings,
              clips,
              new FeedFiles(folder.resolve("feeds")),
              Clock.systemUTC(),
              new Keeping.Limits(Duration.ZERO, 0),
              () -> 0);
      works =
          new WorkDesk(
              new WorkTable(client, database, () -> false),
              desk,
              keeping,
              Clock.systemUTC(),
              Turns.alone());
      desk.start();
      desk.resume();
      works.start();
    }

    @Override
    public void close() throws Exception {
      works.close();
      desk.close();
      database.close();
      data.close();
    }
  }

  @BeforeEach
  void start() {
    service = new Service();
  }

  @AfterEach
  void stop() throws Exception {
    engine.open();
    service.close();
  }

  @Test
  void aRestartGoesOnWhereItStopped() throws Exception {
    engine.shut();
    Work work = service.works.ask(book(3), null);
    String id = work.facts().id();
    assertThat(work.parts().getFirst().reading()).isNotNull();
    engine.openFor(5); // the first chapter has four
    await().atMost(LONG).until(() -> service.works.find(id).parts().getFirst().made());
    service.close();
    List<String> before = List.copyOf(engine.spoken);
    engine.open();

    service = new Service();
    await().atMost(LONG).until(() -> service.works.find(id).state() == Work.State.COMPLETE);

    assertThat(engine.spoken).as("nothing is made twice").doesNotHaveDuplicates();
    assertThat(engine.spoken.size()).isGreaterThan(before.size());
    assertThat(service.works.find(id).parts()).allMatch(StoredPart::made);
  }

  @Test
  void whoWaitsForAnArticleComesBeforeABook() throws Exception {
    engine.shut();
    Work work = service.works.ask(book(2), null);
    Reading first = service.works.part(work.facts().id(), 0);
    first.awaitChange(-1, Duration.ofMillis(1));
    service.desk.rest(first.id()); // whoever asked for the book has left; it is only owed
    await().atMost(LONG).until(() -> service.works.find(work.facts().id()).parts().size() == 2);
    service.desk.open(first.plan());
    Reading article =
        service.desk.ask(
            new ReadingRequest(
                null,
                null,
                "The market opens early today. It closes late tonight. Nobody minds at all.",
                "en",
                Map.of(),
                1));
    engine.open();
    await().atMost(LONG).until(() -> article.progress().state() == Reading.State.COMPLETE);

    List<String> order = new ArrayList<>(engine.spoken);
    int last = -1;
    for (int i = 0; i < order.size(); i++) {
      last = order.get(i).contains("Nobody minds") ? i : last;
    }
    assertThat(order.subList(0, last).stream().filter(said -> said.contains("Chapter")))
        .as("one sentence of the book was in work")
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void aPausedWorkRestsOverARestartAndGoesOnWhenAsked() throws Exception {
    engine.shut();
    String id = service.works.ask(book(3), null).facts().id();
    service.works.pause(id, null);
    engine.open();
    service.close();
    service = new Service();

    assertThat(service.works.find(id).state()).isEqualTo(Work.State.PAUSED);
    assertThat(service.works.find(id).parts().getLast().reading()).isNull();
    service.works.resume(id, null);
    await().atMost(LONG).until(() -> service.works.find(id).state() == Work.State.COMPLETE);
  }

  @Test
  void itIsMadeFromThePlaceOnWhereSomebodyListens() throws Exception {
    engine.shut();
    String id = service.works.ask(book(4), null).facts().id();
    service.works.place(id, new StoredWork.Place(2, 10));
    engine.open();
    await().atMost(LONG).until(() -> service.works.find(id).state() == Work.State.COMPLETE);

    List<String> chapters =
        engine.spoken.stream()
            .filter(said -> said.contains("opens"))
            .map(said -> said.replaceAll(".*Chapter (\\d).*", "$1"))
            .distinct()
            .toList();
    assertThat(chapters.indexOf("3")).isLessThan(chapters.indexOf("2"));
    assertThat(service.works.find(id).facts().place()).isEqualTo(new StoredWork.Place(2, 10));
  }

  @Test
  void whatWasRemovedToMakeRoomIsMadeAgainWhenAsked() throws Exception {
    Work work = service.works.ask(book(2), null);
    String id = work.facts().id();
    await().atMost(LONG).until(() -> service.works.find(id).state() == Work.State.COMPLETE);
    String reading = Objects.requireNonNull(service.works.find(id).parts().getLast().reading());
    service.keeping.remove(reading, null);

    assertThatThrownBy(
            () ->
                service.works.book(
                    service.works.find(id),
                    java.net.URI.create("http://localhost"),
                    new org.nangdok.publish.book.Book.Cover("image/png", new byte[0])))
        .isInstanceOfSatisfying(
            WorkException.class, e -> assertThat(e.code()).isEqualTo("work.unfinished"));
    service.works.resume(id, null);
    await()
        .atMost(LONG)
        .until(
            () ->
                service.works.find(id).state() == Work.State.COMPLETE
                    && service.desk.look(reading).isPresent());
  }

  @Test
  void theSameWorkIsTheSameAndAnothersIsAnother() {
    Work work = service.works.ask(book(2), null);
    assertThat(service.works.ask(book(2), null).facts().id()).isEqualTo(work.facts().id());
    assertThat(service.works.ask(book(2), "key").facts().id()).isNotEqualTo(work.facts().id());
    assertThatThrownBy(() -> service.works.remove(work.facts().id(), "key"))
        .isInstanceOf(WorkException.class);
    service.works.remove(work.facts().id(), null);
    assertThat(service.works.newest("key", 10)).hasSize(1);
    assertThat(service.works.newest(null, 10)).hasSize(1);
  }

  /** Chapters of three sentences each. */
  private static WorkRequest book(int chapters) {
    List<Article> texts = new ArrayList<>();
    for (int i = 1; i <= chapters; i++) {
      texts.add(
          WholeText.of(
              "The title of number " + i,
              "Chapter "
                  + i
                  + " opens on the river.\nChapter "
                  + i
                  + " goes on with a boat.\n"
                  + "Chapter "
                  + i
                  + " ends at the sea."));
    }
    return new WorkRequest("A book of " + chapters, "Nobody", texts, Manner.USUAL);
  }
}
