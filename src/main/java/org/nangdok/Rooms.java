package org.nangdok;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.nangdok.audio.file.Ffmpeg;
import org.nangdok.data.VoicesFolder;
import org.nangdok.delivery.PackWork;
import org.nangdok.delivery.Voices;
import org.nangdok.delivery.foreign.ForeignVoices;
import org.nangdok.delivery.foreign.SpokenAnswer;
import org.nangdok.document.type.DocumentReaders;
import org.nangdok.feed.FeedDesk;
import org.nangdok.feed.FeedRounds;
import org.nangdok.feed.PersonalFeeds;
import org.nangdok.language.Languages;
import org.nangdok.language.lexicon.SiteLexicons;
import org.nangdok.library.Attempts;
import org.nangdok.library.ClipClaims;
import org.nangdok.library.ClipStore;
import org.nangdok.library.FeedStore;
import org.nangdok.library.ListeningCounts;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.Rounds;
import org.nangdok.library.Turns;
import org.nangdok.library.WorkStore;
import org.nangdok.library.local.AttemptFiles;
import org.nangdok.library.local.DataFolder;
import org.nangdok.page.FetchSettings;
import org.nangdok.page.HttpPageFetcher;
import org.nangdok.page.OwnNetworks;
import org.nangdok.page.PageFetcher;
import org.nangdok.page.SiteManners;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.Keeping;
import org.nangdok.reading.NaturalLoad;
import org.nangdok.reading.Precautions;
import org.nangdok.reading.Preparation;
import org.nangdok.reading.PreparationPlaces;
import org.nangdok.reading.PronunciationSamples;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.ReadingPlanner;
import org.nangdok.reading.Sharing;
import org.nangdok.reading.TextSpeaker;
import org.nangdok.reading.Versions;
import org.nangdok.speech.Engine;
import org.nangdok.voice.SiteCastings;
import org.nangdok.voice.pack.PackDesk;
import org.nangdok.voice.pack.PackShelf;
import org.nangdok.work.WorkDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the rooms for the service and hands each what it needs of those before it. */
@Configuration(proxyBeanMethods = false)
class Rooms {

  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
  private static final int PAGES_AT_ONCE = 8;

  @Bean
  DataFolder dataFolder(NangdokSettings settings) {
    return DataFolder.open(settings.data());
  }

  @Bean
  Attempts attempts(DataFolder folder) {
    return AttemptFiles.open(folder.resolve("attempts"));
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
  HttpPageFetcher pageFetcher(NangdokSettings settings, PageSettings pages, SiteManners manners) {
    OwnNetworks own = pages.own();
    for (String entry : own.entries()) {
      LOG.warn(
          "Pages of {} may be fetched, although it isn't on the public internet: everybody whom"
              + " this service serves can have them read (nangdok.page.allow)",
          entry);
    }
    return new HttpPageFetcher(
        FetchSettings.defaults().withContact(settings.publicAddress().toString()).withOwn(own),
        manners);
  }

  @Bean
  ReadingPlanner readingPlanner(
      TextRooms rooms,
      PageFetcher pages,
      SpeakingEngines engines,
      Metrics metrics,
      PreparationPlaces places) {
    return rooms.planner(places.around(metrics.watching(pages)), engines::find);
  }

  @Bean
  PreparationPlaces preparationPlaces() {
    return new PreparationPlaces(PAGES_AT_ONCE, Duration.ofSeconds(20));
  }

  @Bean
  DocumentReaders documentReaders(DocumentSettings settings, TextRooms rooms) {
    return DocumentReaders.all(rooms.extractor(), settings.bounds());
  }

  @Bean
  Preparation preparation(ReadingPlanner planner, PreparationPlaces places) {
    return new Preparation(planner, places);
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
        () -> packs.sources(List.of()),
        () -> {
          engines.startNatural();
          Thread.ofPlatform().daemon().name("levels").start(engines::levelNatural);
        });
  }

  @Bean
  SpeakingEngines engines(
      TextRooms rooms,
      DataFolder folder,
      NangdokSettings settings,
      NaturalSettings natural,
      RemoteSettings remote,
      ObjectProvider<SharedPlaces> shared,
      MbrolaSettings mbrola) {
    Path packs = natural.packsIn(settings.data());
    SharedPlaces places = shared.getIfAvailable();
    return new SpeakingEngines(
        rooms,
        folder.resolve("engines"),
        packs,
        places == null ? VoiceLevels.folder(packs) : places.levels(),
        natural,
        remote,
        places == null ? null : places.characters(),
        mbrola);
  }

  @Bean
  Voices voices(TextRooms rooms, SpeakingEngines engines, ClipMaker maker) {
    return new Voices(
        rooms.catalogue()::voices,
        voice -> engines.speaks(voice) && !maker.brokenEngines().contains(voice.engine()),
        voice -> NaturalVoices.isNatural(voice.engine()));
  }

  @Bean
  NaturalLoad naturalLoad(NangdokSettings settings, NaturalSettings natural) {
    return new NaturalLoad(
        NaturalVoices::isNatural,
        natural.busy(),
        settings.speakingThreads(),
        natural.atOnce(),
        natural.engineThreads());
  }

  @Bean
  ClipMaker clipMaker(
      SpeakingEngines engines,
      ClipStore clips,
      Attempts attempts,
      Metrics metrics,
      NaturalLoad load,
      TextRooms rooms,
      ObjectProvider<ClipClaims> claims) {
    Precautions precautions = Precautions.of(attempts, engines::canary);
    ClipClaims shared = claims.getIfAvailable();
    return new ClipMaker(
        name -> engines.find(name).map(load::bounded),
        clips,
        metrics,
        shared == null
            ? precautions
            : precautions.sharing(shared, Versions.of(rooms.catalogue()::find)));
  }

  @Bean
  ForeignVoices foreignVoices(TextRooms rooms, SpeakingEngines engines) {
    return new ForeignVoices(
        rooms.voicesFolder(), rooms.catalogue(), rooms.languages(), engines::speaks);
  }

  @Bean
  VoicesFolder voicesFolder(TextRooms rooms) {
    return rooms.voicesFolder();
  }

  @Bean
  SpokenAnswer spokenAnswer(
      TextRooms rooms,
      SpeakingEngines engines,
      ClipMaker maker,
      ClipStore clips,
      NangdokSettings settings) {
    return new SpokenAnswer(
        new TextSpeaker(
            rooms.languages(),
            rooms.catalogue(),
            name -> engines.find(name).map(Engine::version),
            maker,
            clips,
            settings.speakingThreads()),
        Ffmpeg.find());
  }

  @Bean
  ReadingDesk readingDesk(
      Preparation preparation,
      ClipMaker maker,
      ReadingStore readings,
      ClipStore clips,
      NangdokSettings settings,
      Metrics metrics,
      NaturalLoad load,
      ObjectProvider<Sharing> sharing) {
    var desk =
        new ReadingDesk(
            preparation,
            maker,
            readings,
            clips,
            Clock.systemUTC(),
            settings.speakingThreads(),
            settings.queue(),
            load,
            sharing.getIfAvailable());
    metrics.show(desk);
    return desk;
  }

  @Bean
  Keeping keeping(
      ReadingDesk desk,
      ReadingStore readings,
      ClipStore clips,
      FeedStore feeds,
      KeepSettings settings,
      DataFolder folder) {
    return new Keeping(
        desk, readings, clips, feeds, Clock.systemUTC(), settings.limits(), folder::databaseBytes);
  }

  @Bean
  WorkDesk workDesk(WorkStore works, ReadingDesk desk, Keeping keeping, Turns turns) {
    return new WorkDesk(works, desk, keeping, Clock.systemUTC(), turns);
  }

  @Bean
  KeepingRounds keepingRounds(
      Keeping keeping, ListeningCounts counts, KeepSettings settings, Rounds rounds) {
    return new KeepingRounds(keeping, counts, settings.every(), rounds);
  }

  @Bean
  FeedDesk feedDesk(
      FeedStore feeds,
      HttpPageFetcher pages,
      TextRooms rooms,
      SpeakingEngines engines,
      ReadingDesk desk) {
    return new FeedDesk(
        feeds,
        pages.feeds(),
        rooms.planner(pages.unattended(), engines::find),
        desk,
        pages::isOwn,
        Clock.systemUTC());
  }

  @Bean
  PersonalFeeds personalFeeds(FeedDesk feeds) {
    return new PersonalFeeds(feeds);
  }

  @Bean
  FeedRounds feedRounds(FeedDesk feeds, NangdokSettings settings, Rounds rounds) {
    return new FeedRounds(feeds, settings.feedsEvery(), rounds);
  }
}
