package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Answers without an end are so many and no more, and one that was left makes room for another. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/open-streams",
      "nangdok.sample=false",
      "nangdok.limits.all-streams=2"
    })
class OpenStreamsHttpTest {

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void theThirdIsRefusedUntilOneOfTheOthersGoesAway() throws Exception {
    String reading = "/api/readings/" + ask(longArticle());
    try (Socket first = open(reading + "/events");
        Socket second = open(reading + "/audio.mp3")) {
      HttpResponse<InputStream> third = get(reading + "/events");

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).hasValue("10");
      assertThat(new String(third.body().readAllBytes(), StandardCharsets.UTF_8))
          .contains("limit.streams", "Too many streams are open; try again in 10 seconds.");
      first.close();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(status(reading + "/events")).isEqualTo(200));
      assertThat(state(reading)).as("it must still be made").isNotEqualTo("complete");
      assertThat(second.isConnected()).isTrue();
    }
  }

  private static String longArticle() {
    return "긴 글\n\n"
        + IntStream.range(0, 1_500)
            .mapToObj(i -> "강가에 선 " + i + "번째 버드나무에는 까치가 둥지를 틀고 봄을 기다립니다.")
            .collect(Collectors.joining("\n"));
  }

  /** Asks for a stream and reads the beginning of the answer, then no more. */
  private Socket open(String path) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(30_000);
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    byte[] beginning = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
    assertThat(new String(beginning, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
    return socket;
  }

  private int status(String path) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = get(path);
    answer.body().close();
    return answer.statusCode();
  }

  private String state(String reading) throws IOException, InterruptedException {
    try (InputStream body = get(reading).body()) {
      return json.readTree(body).get("state").asString();
    }
  }

  private HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  private String ask(String text) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/readings"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Map.of("text", text))))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return json.readTree(answer.body()).get("id").asString();
  }
}
