package org.nangdok;

import com.github.benmanes.caffeine.cache.Ticker;
import com.zaxxer.hikari.HikariDataSource;
import io.github.bucket4j.TimeMeter;
import javax.sql.DataSource;
import org.nangdok.key.KeyFile;
import org.nangdok.library.AskedReadings;
import org.nangdok.library.Backups;
import org.nangdok.library.ClientShares;
import org.nangdok.library.ClipStore;
import org.nangdok.library.CoverStore;
import org.nangdok.library.FeedStore;
import org.nangdok.library.ListenerPlaces;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.Rounds;
import org.nangdok.library.Turns;
import org.nangdok.library.WorkStore;
import org.nangdok.library.local.AskedInMemory;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.CoverTable;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.Database;
import org.nangdok.library.local.FeedFiles;
import org.nangdok.library.local.FolderBackup;
import org.nangdok.library.local.ListenerPlaceTable;
import org.nangdok.library.local.LocalRounds;
import org.nangdok.library.local.ReadingTable;
import org.nangdok.library.local.SharesInMemory;
import org.nangdok.library.local.WorkTable;
import org.nangdok.page.MannersInMemory;
import org.nangdok.page.SiteManners;
import org.nangdok.reading.ReadingDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one machine alone keeps in its data folder; without the profile {@code shared}. */
@Configuration(proxyBeanMethods = false)
@Profile("!shared")
class LocalRooms {

  /** It lies in the data folder, so that the folder's lock is taken first. */
  @Bean
  Database database(DataFolder folder) {
    return Database.open(folder);
  }

  @Bean(destroyMethod = "") // closed with the database
  HikariDataSource dataSource(Database database) {
    return database.connections();
  }

  @Bean
  ReadingStore readingStore(JdbcClient client, Database database, DataFolder folder) {
    return new ReadingTable(client, database, folder::isFull);
  }

  @Bean
  ClipStore clipStore(DataFolder folder) {
    var clips = new ClipFiles(folder.resolve("clips"));
    clips.sweep();
    return clips;
  }

  @Bean
  Backups backups(DataFolder folder, DataSource database) {
    return new FolderBackup(folder.path(), database);
  }

  @Bean
  CoverStore coverStore(JdbcClient client, Database database, DataFolder folder) {
    return new CoverTable(client, database, folder::isFull);
  }

  @Bean
  ListenerPlaces listenerPlaces(JdbcClient client, Database database, DataFolder folder) {
    return new ListenerPlaceTable(client, database, folder::isFull);
  }

  @Bean
  WorkStore workStore(JdbcClient client, Database database, DataFolder folder) {
    return new WorkTable(client, database, folder::isFull);
  }

  @Bean
  KeyFile keyFile(DataFolder folder) {
    return KeyFile.in(folder.path());
  }

  @Bean
  TextRooms textRooms(NangdokSettings settings, DataFolder folder) {
    return TextRooms.open(settings.voices(), folder.resolve(""));
  }

  @Bean
  FeedStore feedStore(DataFolder folder) {
    return new FeedFiles(folder.resolve("feeds"));
  }

  @Bean
  Rounds rounds() {
    return new LocalRounds();
  }

  @Bean
  Turns turns() {
    return Turns.alone();
  }

  @Bean
  ClientShares clientShares() {
    return new SharesInMemory(TimeMeter.SYSTEM_NANOTIME);
  }

  @Bean
  AskedReadings askedReadings(ReadingDesk desk) {
    return new AskedInMemory(desk::isInWork);
  }

  @Bean
  SiteManners siteManners() {
    return new MannersInMemory(Ticker.systemTicker());
  }
}
