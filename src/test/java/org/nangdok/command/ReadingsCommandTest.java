package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.StoredPlan;
import org.nangdok.library.StoredReading;
import org.nangdok.library.local.DataFolder;
import org.nangdok.library.local.Database;
import org.nangdok.library.local.ReadingTable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on a folder that a service uses, and on one that none uses. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=" + ReadingsCommandTest.USED,
      "nangdok.sample=false",
      "server.address=127.0.0.1"
    })
class ReadingsCommandTest {

  static final String USED = "target/test-data/readings-command";
  private static final String FIRST = "0123456789abcdef0123456789abcdef";
  private static final String SECOND = "123456789abcdef0123456789abcdef0";

  @TempDir Path unused;
  @LocalServerPort private int port;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private String service = "";

  @BeforeEach
  void name() {
    service = "http://127.0.0.1:" + port;
  }

  private int run(String data, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLine(new ReadingsCommand())
        .setExecutionExceptionHandler(Failures::explain)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(
            Stream.concat(Stream.of("--data=" + data, "--service=" + service), Stream.of(arguments))
                .toArray(String[]::new));
  }

  @Test
  void theServiceThatRunsIsAsked() throws Exception {
    String id = ask("나룻배가 강을 건너 돌아옵니다. 아이들이 손을 흔듭니다.");

    assertThat(run(USED, "list")).as(err.toString()).isZero();
    assertThat(out.toString()).contains(id, "나룻배");

    assertThat(run(USED, "remove", id)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("1 removed");
    assertThat(get("/api/readings/" + id).statusCode()).isEqualTo(404);
    assertThat(run(USED, "list")).isZero();
    assertThat(out.toString()).doesNotContain(id);

    assertThat(run(USED, "remove", id)).isEqualTo(1);
    assertThat(err.toString()).contains("(reading.unknown)").doesNotContain("Exception");
  }

  @Test
  void aServiceThatIsElsewhereIsToBeNamed() {
    service = "http://127.0.0.1:9";

    assertThat(run(USED, "list")).isEqualTo(1);
    assertThat(err.toString()).contains("(library.in-use)", "--service");
  }

  @Test
  void aFolderThatNobodyUsesIsOpened() throws Exception {
    keep(
        new StoredReading(FIRST, true, "{}", Instant.parse("2026-11-20T01:02:03Z")),
        new StoredReading(SECOND, true, "{}", Instant.parse("2026-11-21T01:02:03Z")));

    assertThat(run(unused.toString(), "list")).as(err.toString()).isZero();
    assertThat(out.toString().lines().toList())
        .satisfiesExactly(
            line -> assertThat(line).contains(SECOND, "2026-11-21"),
            line -> assertThat(line).contains(FIRST, "2026-11-20"));

    assertThat(run(unused.toString(), "remove", FIRST)).as(err.toString()).isZero();
    assertThat(run(unused.toString(), "remove", FIRST)).isEqualTo(1);
    assertThat(run(unused.toString(), "list")).isZero();
    assertThat(out.toString()).contains(SECOND).doesNotContain(FIRST);
  }

  @Test
  void aTitleCantCommandTheTerminal() throws Exception {
    keep(new StoredReading(FIRST, true, "{}", Instant.EPOCH));

    run(unused.toString(), "list");

    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out.toString().strip()).matches("[^\\p{Cntrl}\\u202e]*").contains("title");
  }

  @Test
  void whatIsNoIdIsRefusedBeforeAnythingIsRemoved() throws Exception {
    keep(new StoredReading(FIRST, true, "{}", Instant.EPOCH));

    for (String bad : List.of("../" + FIRST, "a b", "", "%2e%2e", FIRST + "?x")) {
      for (String data : List.of(unused.toString(), USED)) {
        assertThat(run(data, "remove", FIRST, bad)).isEqualTo(2);
        assertThat(err.toString()).contains("readings list").doesNotContain("Exception");
      }
    }
    assertThat(run(unused.toString(), "list")).isZero();
    assertThat(out.toString()).contains(FIRST);
  }

  @Test
  void aFolderWithNothingSaysSo() {
    assertThat(run(unused.resolve("none").toString(), "list")).isEqualTo(1);
    assertThat(err.toString()).contains("(library.nothing)");
    assertThat(run(unused.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("list or remove");
  }

  private void keep(StoredReading... readings) throws IOException {
    try (DataFolder folder = DataFolder.open(unused);
        Database database = Database.open(folder)) {
      Flyway.configure().dataSource(database.connections()).load().migrate();
      var table =
          new ReadingTable(JdbcClient.create(database.connections()), database, () -> false);
      for (StoredReading reading : readings) {
        table.save(
            reading,
            new StoredPlan(
                new byte[3], new byte[32], "a \u001b[2J\u202etitle\nof two lines", null));
      }
    }
  }

  private String ask(String text) throws Exception {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> get("/actuator/health/readiness").statusCode() == 200);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address("/api/readings"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JsonMapper.shared().writeValueAsString(Map.of("text", text))))
                .build());
    JsonNode reading = JsonMapper.shared().readTree(answer.body());
    return reading.path("id").asString();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(address(path)).build());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
