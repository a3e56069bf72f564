package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.cluster.S3Server;
import org.nangdok.library.LibraryException;
import org.nangdok.library.StoredPlan;
import org.nangdok.library.StoredReading;
import org.nangdok.library.local.ClipFiles;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.Database;
import org.nangdok.library.local.ReadingTable;
import org.nangdok.utterance.ClipKey;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("cluster")
class FolderMoveTest {

  private static final Instant THEN = Instant.parse("2026-11-20T01:02:03Z");

  @TempDir Path folder;
  private SharedLibrary library;
  private DataFolder data;
  private Database database;

  @BeforeEach
  void fill() throws Exception {
    library = SharedLibrary.empty();
    data = DataFolder.open(folder);
    database = Database.open(data);
    Flyway.configure().dataSource(database.connections()).load().migrate();
    var readings =
        new ReadingTable(JdbcClient.create(database.connections()), database, () -> false);
    for (int i = 0; i < 20; i++) {
      readings.save(
          new StoredReading("r" + i, i % 2 == 0, "{}", THEN.plusSeconds(i)),
          new StoredPlan(new byte[300_000 + i], new byte[32], "제목 " + i, null));
      readings.own("r" + i, "desk");
      clips().put(key(i), new Clip(Mp3Frames.silence(3 + i), 60, List.of(), true));
    }
    Files.writeString(folder.resolve("keys.json"), "{\"keys\":[]}");
    Files.createDirectories(folder.resolve("castings"));
    Files.writeString(folder.resolve("castings/news.example.yaml"), "roles: {}\n");
  }

  @AfterEach
  void close() throws Exception {
    library.s3.fault(S3Server.Fault.NONE);
    database.close();
    data.close();
  }

  private static ClipKey key(int i) {
    return new ClipKey("%064x".formatted(i + 77_000L));
  }

  private ClipFiles clips() {
    return new ClipFiles(folder.resolve("clips"));
  }

  private SharedClips shared() {
    return new SharedClips(library.bucket, library.client, 1_000);
  }

  private void move() {
    new FolderMove(folder, clips(), database.connections(), shared(), library.database, line -> {})
        .run();
  }

  @Test
  void allOfItIsThereAfterwardsAlsoWhenItIsDoneTwice() {
    move();
    move();
    var readings = new SharedReadings(library.client, library.database);
    for (int i = 0; i < 20; i++) {
      StoredReading reading = readings.find("r" + i).orElseThrow();
      assertThat(reading.created()).isEqualTo(THEN.plusSeconds(i));
      assertThat(reading.finished()).isEqualTo(i % 2 == 0);
      assertThat(readings.plan("r" + i).orElseThrow()).hasSize(300_000 + i);
      assertThat(readings.isOwned("r" + i)).isTrue();
      assertThat(shared().info(key(i))).isEqualTo(clips().info(key(i)));
      assertThat(shared().bytes(key(i)).orElseThrow()).hasSize((3 + i) * Mp3Frames.BYTES);
    }
    var files = new SharedFiles(library.client, library.database, news(), "castings");
    assertThat(files.all()).containsOnlyKeys("news.example.yaml");
    assertThat(new SharedFiles(library.client, library.database, news(), "keys").all())
        .containsOnlyKeys("keys.json");
  }

  private NodeNews news() {
    return new NodeNews(library.database::alone);
  }

  @Test
  void whatBrokeOffGoesOnLater() {
    library.s3.fault(S3Server.Fault.DOWN);
    assertThatThrownBy(this::move).isInstanceOf(LibraryException.class);
    library.s3.fault(S3Server.Fault.NONE);
    move();
    assertThat(shared().info(key(19))).isPresent();
  }
}
