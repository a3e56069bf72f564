package org.nangdok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as {@code deploy/nangdok.service} starts it: keys, and numbers on a port apart. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/management",
      "nangdok.sample=false",
      "nangdok.web.mode=keys",
      "management.server.address=127.0.0.1",
      "management.endpoints.web.exposure.include=health,prometheus",
      "management.prometheus.metrics.export.enabled=true" // tests switch it off
    })
class ManagementPortTest {

  private static final Path DATA = TestData.of("management");
  private static final int APART = freePort();

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("management.server.port", () -> APART);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void numbersAndHealthAreThereWithoutAKeyAndNowhereElse() throws Exception {
    assertThat(get(APART, "/actuator/prometheus", null).statusCode()).isEqualTo(200);
    assertThat(get(APART, "/actuator/health/liveness", null).body()).contains("\"UP\"");
    assertThat(get(APART, "/actuator/health/readiness", null).body()).contains("\"UP\"");
    assertThat(get(APART, "/actuator/env", null).statusCode()).isEqualTo(404);
    assertThat(get(APART, "/api/voices", null).statusCode()).isEqualTo(404);

    String key = AdministratorKeys.bearer(DATA);
    assertThat(get(port, "/actuator/prometheus", null).statusCode()).isEqualTo(401);
    assertThat(get(port, "/actuator/prometheus", key).statusCode()).isEqualTo(404);
  }

  /** Each query of the dashboard names meters, and labels of theirs, that this service has. */
  @Test
  void theDashboardAsksForNumbersThatThereAre() throws Exception {
    String key = AdministratorKeys.bearer(DATA);
    long number = System.nanoTime(); // new at every run: the folder stays
    String title = number + "호 나루가 열렸다";
    String article = "{\"text\":\"" + title + "\\n\\n마을에 나루 " + number + "호가 열렸습니다.\"}";
    String id =
        json.readTree(send("POST", port, "/api/readings", article, key).body())
            .get("id")
            .asString();
    get(port, "/api/readings/" + id + "/audio.mp3", key); // ends when all is made
    send("POST", port, "/api/readings", article.replace(title, "나루 소식"), key); // shares a sentence
    send("POST", port, "/api/articles", "{\"url\":\"http://127.0.0.1/\"}", key);

    var asked = new TreeSet<String>();
    var labels = new TreeSet<String>();
    for (JsonNode panel :
        json.readTree(Files.readString(Path.of("deploy/grafana/nangdok.json"))).get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        String query = target.get("expr").asString();
        found("\\b([a-z]+(?:_[a-z]+)+)\\b", query).forEach(asked::add);
        found("by \\((\\w+)", query).forEach(labels::add);
      }
    }

    assertThat(asked).hasSizeGreaterThan(8).contains("nangdok_queue_age_seconds");
    assertThat(labels).contains("state", "engine", "code");
    await() // what is counted after an answer
        .untilAsserted(
            () -> {
              String numbers = get(APART, "/actuator/prometheus", null).body();
              assertThat(asked)
                  .allSatisfy(name -> assertThat(numbers).containsPattern("(?m)^" + name + "[{ ]"));
              assertThat(labels).allSatisfy(label -> assertThat(numbers).contains(label + "=\""));
            });
  }

  private static List<String> found(String pattern, String query) {
    return Pattern.compile(pattern).matcher(query).results().map(match -> match.group(1)).toList();
  }

  private HttpResponse<String> get(int at, String path, @Nullable String key) throws Exception {
    return send("GET", at, path, null, key);
  }

  private HttpResponse<String> send(
      String method, int at, String path, @Nullable String body, @Nullable String key)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", key);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
