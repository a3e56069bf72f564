package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nangdok.data.TestData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is kept and forgotten, broken promises, other sites and the server's own addresses. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/library",
      "nangdok.sample=false",
      "server.address=127.0.0.1"
    })
class LibraryHttpTest {

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void readingsAreListedNewestFirstAndForgotten() throws Exception {
    String kept = complete("들판에 꽃이 피었습니다. 벌들이 함께 날아왔습니다.");
    String gone = complete("들판에 꽃이 피었습니다. 나비는 혼자 날아갔습니다.");
    JsonNode clips =
        json.readTree(send("GET", "/api/readings/" + gone).body()).at("/turns/0/sentences");
    String shared = clips.path(0).path("clip").asString();
    String own = clips.path(1).path("clip").asString();

    JsonNode page = json.readTree(send("GET", "/api/readings?limit=1").body());
    assertThat(page.at("/readings/0/id").asString()).isEqualTo(gone);
    assertThat(page.at("/readings/0/title").asString()).contains("들판");
    JsonNode next =
        json.readTree(send("GET", "/api/readings?before=" + page.path("next").asString()).body());
    assertThat(next.at("/readings/0/id").asString()).isEqualTo(kept);
    assertThat(send("GET", "/api/readings?limit=0").statusCode()).isEqualTo(400);

    assertThat(send("DELETE", "/api/readings/" + gone).statusCode()).isEqualTo(204);
    assertThat(send("DELETE", "/api/readings/" + gone).statusCode()).isEqualTo(404);
    assertThat(send("GET", "/api/readings/" + gone).statusCode()).isEqualTo(404);
    assertThat(send("GET", own).statusCode()).isEqualTo(404);
    assertThat(send("GET", shared).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/api/readings/" + kept + "/audio.mp3").statusCode()).isEqualTo(200);
  }

  @Test
  void aProxysStrangersNeedAnAdministratorsKeyForWhatIsKept() throws Exception {
    for (String header : new String[] {"X-Forwarded-For", "Forwarded"}) {
      assertThat(send("GET", "/api/readings", header, "8.8.8.8").statusCode()).isEqualTo(401);
      assertThat(send("DELETE", "/api/readings/1", header, "8.8.8.8").statusCode()).isEqualTo(401);
      assertThat(send("GET", "/%61pi/readings", header, "8.8.8.8").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void otherSitesGetAndMakeNothing() throws Exception {
    String id = complete("강가에 나무가 한 그루 서 있습니다.");
    for (String path :
        new String[] {
          "/api/readings/" + id,
          "/api/readings/" + id + "/transcript.json",
          "/api/readings",
          "/process?INPUT_TEXT=hello&INPUT_TYPE=TEXT&OUTPUT_TYPE=AUDIO&LOCALE=en_US&AUDIO=WAVE"
        }) {
      HttpResponse<byte[]> refusal = send("GET", path, "Origin", "https://evil.example");
      assertThat(refusal.statusCode()).as(path).isEqualTo(403);
      assertThat(new String(refusal.body(), StandardCharsets.UTF_8)).contains("request.origin");
    }
    assertThat(send("DELETE", "/api/readings/" + id, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(send("GET", "/api/readings/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void aClipThatIsGoneEndsTheConnectionAndIsMadeAnew() throws Exception {
    String id = complete("첫째 문장은 여기에 있습니다. 둘째 문장은 사라집니다. 셋째 문장이 끝입니다.");
    String address = "/api/readings/" + id + "/audio.mp3";
    byte[] whole = send("GET", address).body();
    String clip =
        json.readTree(send("GET", "/api/readings/" + id).body())
            .at("/turns/0/sentences/1/clip")
            .asString();
    Path file = file(clip);
    byte[] sound = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(sound, sound.length / 2));

    assertThat(cutShort(address)).isLessThan(whole.length);

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(send("GET", address).body()).hasSize(whole.length));
  }

  /** How many bytes of the body come until the server ends the connection. */
  private int cutShort(String address) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      String request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      int count = 0;
      try {
        for (int next = in.read(); next >= 0; next = in.read()) {
          count++;
        }
      } catch (java.net.SocketException e) {
        return count; // reset: as much as a cut
      }
      return count;
    }
  }

  private static Path file(String clip) {
    String key = clip.substring(clip.lastIndexOf('/') + 1);
    return TestData.of("library/clips")
        .resolve(key.substring(0, 2))
        .resolve(key.substring(2, 4))
        .resolve(key.replace(".mp3", ".clip"));
  }

  @Test
  void theServersOwnAddressesAndMethodsAnswerLikeAllOthers() throws Exception {
    for (String path : new String[] {"/error", "/%65rror", "/actuator"}) {
      HttpResponse<byte[]> answer = send("GET", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(json.readTree(answer.body()).path("code").asString())
          .isEqualTo("request.not-found");
    }
    HttpResponse<byte[]> trace = send("TRACE", "/api/status");
    assertThat(trace.statusCode()).isEqualTo(405);
    assertThat(json.readTree(trace.body()).path("code").asString()).isEqualTo("request.method");
  }

  @Test
  void wordsOfAnyLengthArePronounced() throws Exception {
    for (String text :
        new String[] {"Aa".repeat(2_500), "kbsnews".repeat(700), "aB1".repeat(1_500)}) {
      HttpResponse<byte[]> answer =
          post("/api/pronunciations", Map.of("text", text, "language", "ko"));
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTextOfTooManySentencesIsRefused() throws Exception {
    HttpResponse<byte[]> answer =
        post("/api/readings", Map.of("text", "제목\n\n" + "가다 나. ".repeat(30_000)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo("request.too-long");
  }

  private String complete(String text) throws Exception {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> send("GET", "/actuator/health/readiness").statusCode() == 200);
    JsonNode asked = json.readTree(post("/api/readings", Map.of("text", text)).body());
    String id = asked.path("id").asString();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                json.readTree(send("GET", "/api/readings/" + id).body())
                    .path("state")
                    .asString()
                    .equals("complete"));
    return id;
  }

  private HttpResponse<byte[]> post(String path, Map<String, String> body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
