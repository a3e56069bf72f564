package org.nangdok;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import org.nangdok.delivery.PackWork;
import org.nangdok.delivery.Voices;
import org.nangdok.delivery.foreign.ForeignVoices;
import org.nangdok.delivery.foreign.SpokenAnswer;
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
import org.nangdok.reading.Preparation;
import org.nangdok.reading.PronunciationSamples;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.reading.TextSpeaker;
import org.nangdok.speech.Engine;
import org.nangdok.voice.SiteCastings;
import org.nangdok.voice.pack.Downloads;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackShelf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the rooms for the service and hands each what it needs of those before it. */
@Configuration(proxyBeanMethods = false)
class Rooms {

  private static final int PAGES_AT_ONCE = 8;

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

  /** A page of 5 MB takes some 50 MB while it is read. */
  @Bean
  Preparation preparation(ReadingPlanner planner) {
    return new Preparation(planner, PAGES_AT_ONCE, Duration.ofSeconds(20));
  }

  @Bean
  PackDesk packDesk(TextRooms rooms, NangdokSettings settings, NaturalSettings natural) {
    return new PackDesk(rooms.offers(), new PackShelf(natural.packsIn(settings.data())));
  }

  /** What happens once a pack has come or gone. */
  @Bean
  PackWork packWork(PackDesk packs, SpeakingEngines engines) {
    return new PackWork(
        packs,
        new Downloads(),
        () -> {
          engines.startNatural();
          engines.levelNatural();
        });
  }

  @Bean
  SpeakingEngines engines(
      TextRooms rooms,
      DataFolder folder,
      NangdokSettings settings,
      NaturalSettings natural,
      RemoteSettings remote) {
    return new SpeakingEngines(
        rooms, folder.resolve("engines"), natural.packsIn(settings.data()), natural, remote);
  }

  @Bean
  Voices voices(TextRooms rooms, SpeakingEngines engines) {
    return new Voices(rooms.catalogue()::voices, engines::speaks);
  }

  @Bean
  ClipMaker clipMaker(SpeakingEngines engines, ClipStore clips) {
    return new ClipMaker(engines::find, clips);
  }

  @Bean
  ForeignVoices foreignVoices(TextRooms rooms, SpeakingEngines engines) {
    return new ForeignVoices(
        rooms.voicesFolder(), rooms.catalogue(), rooms.languages(), engines::speaks);
  }

  @Bean
  SpokenAnswer spokenAnswer(
      SpeakingEngines engines, ClipMaker maker, ClipStore clips, NangdokSettings settings) {
    return new SpokenAnswer(
        new TextSpeaker(
            name -> engines.find(name).map(Engine::version),
            maker,
            clips,
            settings.speakingThreads()));
  }

  @Bean
  ReadingDesk readingDesk(
      Preparation preparation,
      ClipMaker maker,
      ReadingStore readings,
      ClipStore clips,
      NangdokSettings settings) {
    return new ReadingDesk(
        preparation,
        maker,
        readings,
        clips,
        Clock.systemUTC(),
        settings.speakingThreads(),
        settings.queue());
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
