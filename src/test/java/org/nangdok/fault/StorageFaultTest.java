package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Collections;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Frames;
import tools.jackson.databind.JsonNode;

/** What keeps the readings is full, read-only, damaged or of another time. */
@Tag("fault")
class StorageFaultTest {

  @TempDir Path folder;

  private static String id(HttpResponse<byte[]> answer) {
    return Service.JSON.readTree(answer.body()).path("id").asString();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aFullDiskIsSaidSoAndRecoveredFrom() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(80)) {
      try (Service service = Service.start(disk.path().resolve("data"))) {
        String known = id(service.ask(Articles.of("은행", 3)));
        assertThat(service.settled(known).path("state").asString()).isEqualTo("complete");
        String begun = id(service.ask(Articles.of("단풍", 200)));
        disk.fill(200_000);

        assertThat(service.settled(begun).at("/failure/code").asString()).isEqualTo("storage.full");
        HttpResponse<byte[]> answer = service.ask(Articles.of("소나무", 60));

        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(507);
        assertThat(text(answer)).contains("\"storage.full\"");
        await().atMost(Duration.ofSeconds(20)).until(() -> service.readiness() == 503);
        assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(service.get("/api/readings/" + known + "/audio.mp3").statusCode())
            .isEqualTo(200);

        disk.makeRoom();

        await().atMost(Duration.ofSeconds(20)).until(() -> service.readiness() == 200);
        HttpResponse<byte[]> asked = service.ask(Articles.of("단풍", 200));
        assertThat(id(asked)).as(() -> text(asked) + service.output()).isEqualTo(begun);
        JsonNode again = service.settled(begun);
        assertThat(again.path("state").asString())
            .as(() -> again.path("failure") + service.output())
            .isEqualTo("complete");
      }
    }
  }

  @Test
  void aReadOnlyDataFolderIsSaidSoAtTheStart() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(10)) {
      assertThat(disk.readOnly()).isTrue();

      assertThat(Service.failedStart(disk.path().resolve("data")))
          .contains("can't be written", "Check its owner")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aDamagedDatabaseIsNamedAndPutBackFromABackup() throws Exception {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup.zip");
    String id;
    try (Service service = Service.start(data)) {
      id = id(service.ask(Articles.of("참새", 3)));
      service.settled(id);
      Service.Ended made =
          Service.command(
              "backup",
              "" + backup,
              "--data=" + data,
              "--service=http://127.0.0.1:" + service.port());
      assertThat(made.exit()).as(made.output()).isZero();
      service.stop();
    }
    Path database = data.resolve("nangdok.mv.db");
    try (var file = new RandomAccessFile(database.toFile(), "rw")) {
      byte[] garbage = new byte[(int) file.length()];
      java.util.Arrays.fill(garbage, (byte) 'x');
      file.write(garbage);
    }

    assertThat(Service.failedStart(data))
        .contains("is damaged", "nangdok restore")
        .doesNotContain("\tat ");

    Service.Ended restored = Service.command("restore", "" + backup, "--data=" + data);
    assertThat(restored.exit()).as(restored.output()).isZero();
    try (Service service = Service.start(data)) {
      assertThat(service.settled(id).path("state").asString()).isEqualTo("complete");
    }
  }

  @Test
  void anOlderProgramRefusesTheFolderOfANewerOne() throws Exception {
    Path data = folder.resolve("data");
    try (Service service = Service.start(data)) {
      service.stop();
    }
    try (var database =
            DriverManager.getConnection(
                "jdbc:h2:file:"
                    + data.resolve("nangdok")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
        var statement = database.createStatement()) {
      statement.execute(
          """
          insert into "flyway_schema_history" ("installed_rank", "version", "description", "type",
            "script", "checksum", "installed_by", "execution_time", "success")
          values (900, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', 1, true)""");
    }

    assertThat(Service.failedStart(data)).contains("newer Nangdok").doesNotContain("\tat ");
    assertThat(Files.exists(data.resolve("nangdok.mv.db"))).isTrue();
  }

  /**
   * The folder was left by version 0.1.0; whoever changes what is kept adds one of the version
   * before.
   */
  @Test
  void aNewerProgramOpensTheFolderOfAnOlderOneWithAllThatItHas() throws Exception {
    Path data = folder.resolve("data");
    String id = "01f120b07812a6a44e663628808c7d52";
    unpack("data-0.1.0.zip", data);

    try (Service service = Service.start(data)) {
      JsonNode reading = service.reading(id);
      assertThat(reading.path("state").asString()).isEqualTo("complete");
      assertThat(reading.toString()).contains("옛 나루의 소식", "배는 내일 다시 떠납니다.");
      assertThat(service.get("/api/readings/" + id + "/audio.mp3").body())
          .hasSize(
              (int) (reading.path("durationMs").asLong() / Mp3Frames.MILLIS * Mp3Frames.BYTES));
      assertThat(id(service.ask(Articles.of("새 나루", 2)))).isNotEmpty();
    }
  }

  private static void unpack(String name, Path folder) throws Exception {
    URI file = StorageFaultTest.class.getResource(name).toURI();
    try (var zip = new ZipFile(Path.of(file).toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        Path place = folder.resolve(entry.getName());
        Files.createDirectories(place.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, place);
        }
      }
    }
  }
}
