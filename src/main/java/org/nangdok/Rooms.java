package org.nangdok;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.nangdok.delivery.Voices;
import org.nangdok.feed.FeedDesk;
import org.nangdok.feed.FeedRounds;
import org.nangdok.key.KeyFile;
import org.nangdok.language.Languages;
import org.nangdok.language.lexicon.SiteLexicons;
import org.nangdok.library.ClipStore;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.FeedFiles;
import org.nangdok.library.local.ReadingTable;
import org.nangdok.page.FetchSettings;
import org.nangdok.page.HttpPageFetcher;
import org.nangdok.page.PageFetcher;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.PronunciationSamples;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.speech.Engine;
import org.nangdok.voice.SiteCastings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the rooms for the service and hands each what it needs of those before it. */
@Configuration(proxyBeanMethods = false)
class Rooms {

  @Bean
  DataFolder dataFolder(NangdokSettings settings) {
    return DataFolder.open(settings.data());
  }

  /** The database lies in the data folder, so that its lock is taken first. */
  @Bean
  HikariDataSource dataSource(DataFolder folder) {
    var settings = new HikariConfig();
    settings.setJdbcUrl(
        "jdbc:h2:file:"
            + folder.resolve("nangdok")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE");
    settings.setMaximumPoolSize(8);
    return new HikariDataSource(settings);
  }

  @Bean
  KeyFile keyFile(DataFolder folder) {
    return KeyFile.in(folder.path());
  }

  @Bean
  ReadingStore readingStore(JdbcClient database) {
    return new ReadingTable(database);
  }

  @Bean
  ClipStore clipStore(DataFolder folder) {
    return new ClipFiles(folder.resolve("clips"));
  }

  @Bean
  TextRooms textRooms(NangdokSettings settings, DataFolder folder) {
    return TextRooms.open(settings.voices(), folder.resolve(""));
  }

  @Bean
  Languages languages(TextRooms rooms) {
    return rooms.languages();
  }

  @Bean
  SiteCastings siteCastings(TextRooms rooms) {
    return rooms.castings();
  }

  @Bean
  SiteLexicons siteLexicons(TextRooms rooms) {
    return rooms.lexicons();
  }

  @Bean
  PronunciationSamples pronunciationSamples(
      TextRooms rooms, SpeakingEngines engines, ClipMaker maker) {
    return new PronunciationSamples(
        rooms.catalogue(), name -> engines.find(name).map(Engine::version), maker);
  }

  @Bean
  HttpPageFetcher pageFetcher(NangdokSettings settings) {
    return new HttpPageFetcher(
        FetchSettings.defaults().withContact(settings.publicAddress().toString()));
  }

  @Bean
  ReadingPlanner readingPlanner(TextRooms rooms, PageFetcher pages, SpeakingEngines engines) {
    return rooms.planner(pages, engines::find);
  }

  @Bean
  SpeakingEngines engines(TextRooms rooms, DataFolder folder) {
    return new SpeakingEngines(rooms.voicesFolder(), folder.resolve("engines"));
  }

  @Bean
  Voices voices(TextRooms rooms, SpeakingEngines engines) {
    return new Voices(rooms.catalogue().voices(), engines::speaks);
  }

  @Bean
  ClipMaker clipMaker(SpeakingEngines engines, ClipStore clips) {
    return new ClipMaker(engines::find, clips);
  }

  @Bean
  ReadingDesk readingDesk(
      ReadingPlanner planner,
      ClipMaker maker,
      ReadingStore readings,
      ClipStore clips,
      NangdokSettings settings) {
    return new ReadingDesk(
        planner, maker, readings, clips, Clock.systemUTC(), settings.speakingThreads());
  }

  @Bean
  FeedDesk feedDesk(
      DataFolder folder,
      HttpPageFetcher pages,
      TextRooms rooms,
      SpeakingEngines engines,
      ReadingDesk desk) {
    return new FeedDesk(
        new FeedFiles(folder.resolve("feeds")),
        pages.feeds(),
        rooms.planner(pages.unattended(), engines::find),
        desk,
        Clock.systemUTC());
  }

  @Bean
  FeedRounds feedRounds(FeedDesk feeds, NangdokSettings settings) {
    return new FeedRounds(feeds, settings.feedsEvery());
  }
}
