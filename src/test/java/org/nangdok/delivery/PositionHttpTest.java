package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a listener is decides what is made next: by request, by range and by event. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class PositionHttpTest {

  private static final int SENTENCES = 300;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> asked = new ArrayList<>();

  /** So long that others would wait for what nobody hears. */
  @AfterEach
  void leaveNothingToBeMade() throws Exception {
    for (String address : asked) {
      var answer =
          client.send(request(address).DELETE().build(), HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"sentence\":250} | 250", "{\"seconds\":1200} | 0"})
  void whatIsAskedForIsThereBeforeWhatLiesBetween(String body, int least) throws Exception {
    String address = newArticle();

    JsonNode place = json.readTree(post(address + "/position", body).body());
    int wanted = place.get("sentence").asInt();

    assertThat(wanted).isGreaterThanOrEqualTo(least).isGreaterThan(100);
    assertThat(firstAhead(address)).isBetween(wanted, wanted + 12);
  }

  @Test
  void aRangeOfTheFileThatIsNotMadeYetIsMadeNext() throws Exception {
    String address = newArticle();
    int seconds = 1200;

    HttpRequest part =
        request(address + "/audio.mp3").header("Range", "bytes=" + seconds * 8000 + "-").build();
    try (var stream = client.send(part, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      assertThat(stream.read()).isGreaterThanOrEqualTo(0);
      assertThat(firstAhead(address)).isGreaterThan(100);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sentence\":-1}",
        "{\"sentence\":300000}",
        "{\"seconds\":-2}",
        "{\"seconds\":1e300}",
        "{\"sentence\":1,\"seconds\":1}"
      })
  void aPlaceThatIsNoneIsRefusedWithWhatToDo(String body) throws Exception {
    HttpResponse<String> answer = post(newArticle() + "/position", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo("request.bad-value");
  }

  @Test
  void aReadingThatThereIsNotHasNoPlaces() throws Exception {
    assertThat(post("/api/readings/none/position", "{\"sentence\":0}").statusCode()).isEqualTo(404);
  }

  /** Long enough that it isn't made to its end meanwhile. */
  private String newArticle() throws Exception {
    String mark = Long.toString(System.nanoTime());
    String text =
        "강을 따라 걷는 길 "
            + mark
            + "\n\n"
            + IntStream.range(0, SENTENCES)
                .mapToObj(i -> i + "번째 마을에서는 " + mark + "번 버스를 타고 강을 건너 시장에 다녀옵니다.")
                .collect(Collectors.joining("\n"));
    HttpResponse<String> answer =
        post("/api/readings", json.writeValueAsString(java.util.Map.of("text", text)));
    assertThat(answer.statusCode()).isEqualTo(202);
    String address = answer.headers().firstValue("Location").orElseThrow();
    asked.add(address);
    return address;
  }

  /** The first sentence that is told before its turn and is far from where the making began. */
  private int firstAhead(String address) throws Exception {
    List<String> seen = new ArrayList<>();
    var lines =
        client.send(request(address + "/events").build(), HttpResponse.BodyHandlers.ofLines());
    try (var events = lines.body()) {
      boolean ahead = false;
      for (String line : (Iterable<String>) events::iterator) {
        seen.add(line);
        if (ahead && line.startsWith("data: ")) {
          int index = json.readTree(line.substring(6)).get("index").asInt();
          if (index > 100) { // nearer ones are two threads that overtake each other
            return index;
          }
        }
        ahead = line.equals("event: ahead");
      }
    }
    throw new AssertionError("Nothing was made before its turn: " + seen);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
