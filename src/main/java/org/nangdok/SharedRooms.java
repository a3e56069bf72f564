package org.nangdok;

import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.nangdok.data.KeptFiles;
import org.nangdok.key.KeyFile;
import org.nangdok.library.Backups;
import org.nangdok.library.ClipStore;
import org.nangdok.library.CoverStore;
import org.nangdok.library.FeedStore;
import org.nangdok.library.LibraryException;
import org.nangdok.library.ListenerPlaces;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.Turns;
import org.nangdok.library.WorkStore;
import org.nangdok.library.local.CoverTable;
import org.nangdok.library.local.ListenerPlaceTable;
import org.nangdok.library.local.WorkTable;
import org.nangdok.library.shared.Bucket;
import org.nangdok.library.shared.CharactersTable;
import org.nangdok.library.shared.ClipLeases;
import org.nangdok.library.shared.DatabaseTime;
import org.nangdok.library.shared.Installation;
import org.nangdok.library.shared.NodeNews;
import org.nangdok.library.shared.NodeTraffic;
import org.nangdok.library.shared.SectionTasks;
import org.nangdok.library.shared.SharedAskedReadings;
import org.nangdok.library.shared.SharedClips;
import org.nangdok.library.shared.SharedDatabase;
import org.nangdok.library.shared.SharedFeeds;
import org.nangdok.library.shared.SharedFiles;
import org.nangdok.library.shared.SharedManners;
import org.nangdok.library.shared.SharedReadings;
import org.nangdok.library.shared.SharedRounds;
import org.nangdok.library.shared.SharedShares;
import org.nangdok.library.shared.SharedTurns;
import org.nangdok.page.MannersInMemory;
import org.nangdok.reading.ReadingDesk;
import org.nangdok.reading.Sharing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What several machines share, in the profile {@code shared}: a database and a bucket. */
@Configuration(proxyBeanMethods = false)
@Profile("shared")
class SharedRooms {

  private static final Logger LOG = LoggerFactory.getLogger(SharedRooms.class);
  private static final Duration FORGOTTEN = Duration.ofMinutes(1);
  private static final Duration SWEEP = Duration.ofMinutes(10);
  private static final long MEGABYTE = 1_000_000;

  /** This machine's name among the others, new with each start. */
  record Node(String name) {}

  @Bean
  Node node() {
    var node = new Node(UUID.randomUUID().toString());
    LOG.info("This is the node {} of those that share a library", node.name());
    return node;
  }

  @Bean
  SharedDatabase database(SharedDatabaseSettings settings) {
    return SharedDatabase.open(settings.place());
  }

  @Bean(destroyMethod = "") // closed with the database
  HikariDataSource dataSource(SharedDatabase database) {
    return database.connections();
  }

  @Bean
  Bucket bucket(SharedBucketSettings settings) {
    var bucket = new Bucket(settings.place());
    bucket.require();
    return bucket;
  }

  @Bean
  ReadingStore readingStore(JdbcClient client, SharedDatabase database) {
    return new SharedReadings(client, database);
  }

  @Bean
  CoverStore coverStore(JdbcClient client, SharedDatabase database) {
    return new CoverTable(client, database, () -> false);
  }

  @Bean
  ListenerPlaces listenerPlaces(JdbcClient client, SharedDatabase database) {
    return new ListenerPlaceTable(client, database, () -> false);
  }

  @Bean
  WorkStore workStore(JdbcClient client, SharedDatabase database) {
    return new WorkTable(client, database, () -> false);
  }

  @Bean
  ClipStore clipStore(
      JdbcClient client, Bucket bucket, SharedSettings settings, ClipLeases leases) {
    Installation.require(client, bucket);
    return new SharedClips(bucket, client, settings.clipMegabytes() * MEGABYTE, leases);
  }

  @Bean
  Backups backups() {
    return (out, clips) -> {
      throw new LibraryException(
          "library.backed-up-elsewhere",
          "Several machines share this library: its database is backed up by PostgreSQL's means,"
              + " its sound by the bucket's. docs/scaling.md says how.",
          null);
    };
  }

  @Bean
  NodeNews nodeNews(SharedDatabase database) {
    return new NodeNews(database::alone);
  }

  private static KeptFiles files(
      JdbcClient client, SharedDatabase database, NodeNews news, String folder) {
    return new SharedFiles(client, database, news, folder);
  }

  @Bean
  SharedPlaces sharedPlaces(JdbcClient client, SharedDatabase database, NodeNews news) {
    return new SharedPlaces(files(client, database, news, "levels"), new CharactersTable(client));
  }

  @Bean
  KeyFile keyFile(JdbcClient client, SharedDatabase database, NodeNews news) {
    return KeyFile.in(files(client, database, news, "keys"), Clock.systemUTC());
  }

  @Bean
  TextRooms textRooms(
      NangdokSettings settings, JdbcClient client, SharedDatabase database, NodeNews news) {
    return TextRooms.open(
        settings.voices(),
        files(client, database, news, "castings"),
        files(client, database, news, "lexicons"));
  }

  @Bean
  FeedStore feedStore(JdbcClient client, SharedDatabase database, NodeNews news) {
    return new SharedFeeds(files(client, database, news, "feeds"));
  }

  @Bean
  DatabaseTime databaseTime(JdbcClient client) {
    return new DatabaseTime(client);
  }

  @Bean
  SharedRounds rounds(HikariDataSource connections, Node node, DatabaseTime time) {
    return new SharedRounds(connections, node.name(), time);
  }

  @Bean
  ClipLeases clipLeases(JdbcClient client, Node node) {
    return new ClipLeases(client, node.name());
  }

  @Bean
  SectionTasks sectionTasks(
      HikariDataSource connections,
      Node node,
      NangdokSettings settings,
      ClipLeases leases,
      DatabaseTime time) {
    return new SectionTasks(connections, node.name(), settings.speakingThreads(), leases, time);
  }

  @Bean
  NodeTraffic nodeTraffic(JdbcClient client, NodeNews news, Node node, ClipLeases claims) {
    return new NodeTraffic(client, news, node.name(), claims);
  }

  @Bean
  Sharing sharing(SectionTasks queue, ClipLeases claims, NodeNews news, NodeTraffic traffic) {
    queue.hear(news);
    return new Sharing(queue, claims, traffic);
  }

  @Bean
  Turns turns(JdbcClient client, Node node) {
    return new SharedTurns(client, node.name());
  }

  @Bean
  SharedShares clientShares(HikariDataSource connections, DatabaseTime time) {
    return new SharedShares(connections, time);
  }

  @Bean
  SharedAskedReadings askedReadings(JdbcClient client) {
    return new SharedAskedReadings(client);
  }

  @Bean
  SharedManners siteManners(JdbcClient client) {
    return new SharedManners(client, new MannersInMemory(Ticker.systemTicker()));
  }

  @Bean
  ApplicationRunner sweeping(
      SharedRounds rounds,
      SharedShares shares,
      SharedAskedReadings asked,
      SharedManners manners,
      NodeTraffic traffic) {
    return arguments ->
        rounds.begin(
            "sweeping",
            SWEEP,
            SWEEP,
            () -> {
              shares.sweep();
              asked.sweep();
              manners.sweep();
              traffic.sweep();
            });
  }

  /** Once everybody who wants news has said so. */
  @Bean
  ApplicationRunner sharedStart(
      NodeNews news,
      SharedRounds rounds,
      ReadingDesk desk,
      ClipLeases claims,
      MeterRegistry meters) {
    meters.gauge("nangdok.claims", claims, ClipLeases::inForce);
    return arguments -> {
      news.start();
      rounds.start();
      rounds.begin("forgotten", FORGOTTEN, FORGOTTEN, desk::addForgotten);
    };
  }

  @Bean
  HealthIndicator bucketHealthIndicator(Bucket bucket) {
    return () -> bucket.answers() ? Health.up().build() : Health.outOfService().build();
  }
}
