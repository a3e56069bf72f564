package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Long works over real HTTP, with real voices. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class WorkHttpTest {

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aWorkIsMadeChapterByChapterWithTheSameVoiceForTheSamePerson() throws Exception {
    JsonNode work =
        ask(
            Map.of(
                "title",
                "두 강 이야기",
                "author",
                "아무개",
                "chapters",
                List.of(
                    chapter("첫 강", "[기자]\n강가에 나와 있습니다.\n[홍길순/마을 주민 : \"강이 참 맑아요.\"]\n해가 집니다."),
                    chapter("둘째 강", "[홍길순/마을 주민 : \"여기는 더 깊어요.\"]\n[기자]\n둘째 강입니다."),
                    chapter("셋째 강", "강물이 천천히 흐릅니다."))));

    assertThat(work.at("/chapters/0/parts/0/reading").isString()).isTrue();
    assertThat(work.get("chapters")).hasSize(3);
    JsonNode complete = settled(work);

    assertThat(complete.at("/progress/done").asInt()).isEqualTo(3);
    assertThat(complete.at("/progress/charactersDone").asInt())
        .isEqualTo(complete.at("/progress/characters").asInt());
    List<Set<String>> voices = new ArrayList<>();
    for (int chapter : new int[] {0, 1}) {
      String reading = complete.at("/chapters/" + chapter + "/parts/0/reading").asString();
      JsonNode view = read(get("/api/readings/" + reading));
      assertThat(view.get("state").asString()).isEqualTo("complete");
      Set<String> voice = new HashSet<>();
      for (JsonNode turn : view.get("turns")) {
        if (turn.path("person").asString().equals("홍길순")) {
          voice.add(turn.at("/voice/id").asString());
        }
      }
      voices.add(voice);
    }
    assertThat(voices.get(0)).hasSize(1).isEqualTo(voices.get(1));
    assertThat(read(get("/api/readings?limit=200")).toString())
        .doesNotContain(complete.at("/chapters/0/parts/0/reading").asString());
    assertThat(read(get("/api/works")).toString()).contains(work.get("id").asString());
  }

  @Test
  void everyWordOfALongTextIsReadInChaptersAndParts() throws Exception {
    var text = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      text.append("제").append(i).append("장 긴 이야기\n\n");
      for (int line = 0; line < 160; line++) {
        text.append(i).append("번 마을의 ").append(line).append("번째 집에는 등불이 켜져 있습니다.\n");
      }
      text.append('\n');
    }
    JsonNode work = ask(Map.of("text", text.toString()));
    post("/api/works/" + work.get("id").asString() + "/pause", "");

    assertThat(work.get("title").asString()).isEqualTo("제1장 긴 이야기");
    assertThat(work.get("chapters")).hasSize(3);
    assertThat(work.at("/chapters/0/parts").size()).isGreaterThan(1);
    var heard = new StringBuilder();
    for (JsonNode chapter : work.get("chapters")) {
      for (JsonNode part : chapter.get("parts")) {
        String address =
            "/api/works/" + work.get("id").asString() + "/parts/" + part.get("number").asInt();
        HttpResponse<String> reading = post(address, "");
        assertThat(reading.statusCode()).as(reading.body()).isEqualTo(202);
        for (JsonNode turn : read(reading).get("turns")) {
          turn.get("sentences").forEach(one -> heard.append(one.get("text").asString()));
        }
      }
    }
    assertThat(heard.toString().replaceAll("\\s", ""))
        .isEqualTo(text.toString().replaceAll("\\s", ""));
    assertThat(delete("/api/works/" + work.get("id").asString())).isEqualTo(204);
  }

  @Test
  void aWorkRestsIsFoundByChapterKeepsAPlaceAndIsForgotten() throws Exception {
    JsonNode work =
        ask(
            Map.of(
                "title",
                "쉬는 책",
                "chapters",
                List.of(
                    chapter("봄 들판", "봄에 쓴 첫 문장입니다."),
                    chapter("여름 바다", "여름에 쓴 첫 문장입니다."),
                    chapter("", "제목이 없는 장입니다."))));
    String address = "/api/works/" + work.get("id").asString();

    assertThat(read(post(address + "/pause", "")).get("state").asString())
        .isIn("paused", "complete");
    JsonNode found = read(get(address + "?q=%EB%B0%94%EB%8B%A4"));
    assertThat(found.get("chapters")).hasSize(1);
    assertThat(found.at("/chapters/0/title").asString()).isEqualTo("여름 바다");
    assertThat(read(get(address)).at("/chapters/2/title").asString()).isEqualTo("3");
    assertThat(put(address + "/place", "{\"part\":1,\"ms\":250}").statusCode()).isEqualTo(200);
    assertThat(read(get(address)).at("/place/part").asInt()).isEqualTo(1);
    assertThat(read(put(address + "/place", "{\"part\":9,\"ms\":0}")).get("code").asString())
        .isEqualTo("work.bad-place");
    post(address + "/resume", "");
    JsonNode complete = settled(work);
    String reading = complete.at("/chapters/1/parts/0/reading").asString();

    assertThat(get("/api/readings/" + reading).statusCode()).isEqualTo(200);
    assertThat(delete(address)).isEqualTo(204);
    assertThat(get(address).statusCode()).isEqualTo(404);
    assertThat(get("/api/readings/" + reading).statusCode()).isEqualTo(404);
  }

  @Test
  void aChapterThatNobodyCanReadIsNamedAndTheOthersAreMade() throws Exception {
    JsonNode work =
        ask(
            Map.of(
                "title",
                "섞인 책",
                "chapters",
                List.of(
                    chapter("들어가며", "읽을 수 있는 장입니다."),
                    chapter("日本の章", "これは日本語で書かれた短い章です。今日は雨が降りました。"))));
    JsonNode complete = settled(work);

    assertThat(complete.get("state").asString()).isEqualTo("complete");
    assertThat(complete.at("/chapters/0/state").asString()).isEqualTo("complete");
    assertThat(complete.at("/chapters/1/state").asString()).isEqualTo("failed");
    assertThat(complete.at("/chapters/1/parts/0/problem").asString()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400|request.missing-parameter",
        "{\"text\":\" \"}|400|request.missing-parameter",
        "{\"text\":\"가\",\"chapters\":[]}|400|request.missing-parameter",
        "{\"chapters\":[{\"title\":\" \",\"text\":\"\"}]}|400|request.bad-value",
        "{\"chapters\":[null]}|400|request.bad-value",
        "{\"text\":\"오늘은 맑습니다.\",\"speed\":9}|400|request.bad-value",
        "{\"text\":\"오늘은 맑습니다.\",\"voices\":{\"narrator\":\"nobody\"}}|400|voice.unknown",
        "{\"text\":\"これは日本語で書かれた短いニュースの記事です。今日は雨が降りました。\"}|422|voice.no-language"
      })
  void badRequestsAreRefusedWithACodeAndASentence(String body, int status, String code)
      throws Exception {
    HttpResponse<String> answer = post("/api/works", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(read(answer).get("code").asString()).isEqualTo(code);
    assertThat(read(answer).get("detail").asString()).endsWith(".");
  }

  @Test
  void unknownWorksAreAnsweredSo() throws Exception {
    for (String path : List.of("/api/works/0000", "/api/works/0000?q=a")) {
      assertThat(get(path).statusCode()).isEqualTo(404);
    }
    for (String path : List.of("/pause", "/resume", "/parts/0")) {
      assertThat(post("/api/works/0000" + path, "").statusCode()).isEqualTo(404);
    }
    assertThat(delete("/api/works/0000")).isEqualTo(404);
  }

  private static Map<String, String> chapter(String title, String text) {
    return Map.of("title", title, "text", text);
  }

  private JsonNode settled(JsonNode work) throws Exception {
    String address = "/api/works/" + work.get("id").asString();
    Predicate<JsonNode> made = now -> !now.get("state").asString().equals("making");
    return await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> read(get(address)), made);
  }

  private JsonNode ask(Map<String, Object> body) throws Exception {
    HttpResponse<String> answer = post("/api/works", json.writeValueAsString(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return read(answer);
  }

  private JsonNode read(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private int delete(String path) throws Exception {
    return send(request(path).DELETE()).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
