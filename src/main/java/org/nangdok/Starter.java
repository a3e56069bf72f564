package org.nangdok;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.nangdok.delivery.PackWork;
import org.nangdok.delivery.SampleController;
import org.nangdok.feed.FeedRounds;
import org.nangdok.problem.ProblemException;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingRequest;
import org.nangdok.work.WorkDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Starts speaking once pages can be answered: engines on the main thread, then unfinished readings,
 * then the sample.
 */
@Component
class Starter implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
  private static final String SAMPLE = "/org/nangdok/reading/sample-ko.txt";

  private final SpeakingEngines engines;
  private final TextRooms text;
  private final ReadingDesk desk;
  private final WorkDesk works;
  private final FeedRounds feeds;
  private final KeepingRounds keeping;
  private final SampleController sample;
  private final NangdokSettings settings;
  private final NaturalSettings natural;
  private final PackWork packs;
  private final Environment environment;

  Starter(
      SpeakingEngines engines,
      TextRooms text,
      ReadingDesk desk,
      WorkDesk works,
      FeedRounds feeds,
      KeepingRounds keeping,
      SampleController sample,
      NangdokSettings settings,
      NaturalSettings natural,
      PackWork packs,
      Environment environment) {
    this.engines = engines;
    this.text = text;
    this.desk = desk;
    this.works = works;
    this.feeds = feeds;
    this.keeping = keeping;
    this.sample = sample;
    this.settings = settings;
    this.natural = natural;
    this.packs = packs;
    this.environment = environment;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Thread.ofVirtual().start(text.korean()::warmUp);
    Thread.ofVirtual().start(text.extractor()::warmUp);
    engines.startKorean();
    desk.start();
    if (settings.sample()) {
      offerSample();
    }
    engines.startEnglish();
    engines.startNatural();
    desk.resume();
    works.start();
    Thread.ofPlatform().daemon().name("levels").start(engines::levelNatural);
    feeds.start();
    keeping.start();
    if (natural.fetch()) {
      packs.packs().toBeFetched().ifPresent(packs::fetch);
    }
    LOG.info(
        "Nangdok listens at http://{}:{}/",
        environment.getProperty("server.address", "localhost"),
        environment.getProperty("local.server.port", "8080"));
  }

  private void offerSample() throws IOException {
    try (InputStream in = Starter.class.getResourceAsStream(SAMPLE)) {
      if (in == null) {
        return;
      }
      String article = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      sample.offer(desk.ask(new ReadingRequest(null, null, article, null, Map.of(), 1)));
    } catch (ProblemException e) {
      LOG.warn("The sample article can't be read aloud: {}", e.sentence());
    }
  }
}
