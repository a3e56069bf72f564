package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.nangdok.key.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists that belong to keys, search in texts, and counts of listening. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class ListHttpTest {

  private static final Path DATA = TestData.of("http");

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aListIsTheSameForOneKeyAndNobodyElsesAndCanBeForgotten() throws Exception {
    String mine = AdministratorKeys.bearer(DATA, Scope.READ);
    String other = AdministratorKeys.bearer(DATA, Scope.READ);

    String version =
        node(send("PUT", "/api/library", list("", entry("a")), mine)).get("version").asString();
    JsonNode kept = node(send("GET", "/api/library", null, mine));
    assertThat(kept.get("version").asString()).isEqualTo(version);
    assertThat(kept.at("/entries/0/key").asString()).isEqualTo("a");
    assertThat(kept.at("/entries/0/place/index").asInt()).isEqualTo(3);
    assertThat(node(send("GET", "/api/library", null, other)).get("entries")).isEmpty();

    assertThat(send("DELETE", "/api/library", null, mine).statusCode()).isEqualTo(204);
    assertThat(node(send("GET", "/api/library", null, mine)).get("entries")).isEmpty();
  }

  @Test
  void aDeviceThatIsBehindIsToldAndLosesNothingOfTheOther() throws Exception {
    String key = AdministratorKeys.bearer(DATA, Scope.READ);
    String first =
        node(send("PUT", "/api/library", list("", entry("a")), key)).get("version").asString();
    send("PUT", "/api/library", list(first, entry("b")), key);

    for (String behind : List.of("", first)) {
      HttpResponse<String> answer = send("PUT", "/api/library", list(behind, entry("c")), key);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(node(answer).get("code").asString()).isEqualTo("library.changed");
    }
    assertThat(node(send("GET", "/api/library", null, key)).at("/entries/0/key").asString())
        .isEqualTo("b");
  }

  @Test
  void aListNeedsAKeyOfAPerson() throws Exception {
    assertThat(send("GET", "/api/library", null, null).statusCode()).isEqualTo(401);
    String ofPages = AdministratorKeys.bearer(DATA, Scope.READ, "https://news.example");
    assertThat(send("GET", "/api/library", null, ofPages).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":\"x\",\"entries\":[]}",
        "{\"version\":\"\",\"entries\":[null]}",
        "{\"version\":\"\",\"entries\":[{\"key\":\"a\",\"state\":\"lost\",\"share\":0,\"rank\":0,\"at\":0}]}",
        "{\"version\":\"\",\"entries\":[{\"key\":\"a\",\"state\":\"heard\",\"share\":7,\"rank\":0,\"at\":0}]}",
        "{\"version\":\"\",\"entries\":[{\"state\":\"heard\",\"share\":1,\"rank\":0,\"at\":0}]}"
      })
  void whatIsNoListIsRefused(String body) throws Exception {
    HttpResponse<String> answer =
        send("PUT", "/api/library", body, AdministratorKeys.bearer(DATA, Scope.READ));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(node(answer).get("code").asString()).isEqualTo("request.bad-value");
  }

  @Test
  void aListThatIsTooLongIsRefused() throws Exception {
    String all = String.join(",", Collections.nCopies(601, entry("a")));
    assertThat(
            send("PUT", "/api/library", list("", all), AdministratorKeys.bearer(DATA, Scope.READ))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void wordsAreFoundInTheTextsThatHaveThemAll() throws Exception {
    String river = read("강가의 아침\n\n물새 한 마리가 날아올랐습니다. 노란 배가 떠났습니다.");
    String hill = read("언덕의 저녁\n\n노란 꽃이 피었습니다.");

    JsonNode both = search("노란", river, hill, "none");
    JsonNode one = search("배가 노란", river, hill);

    assertThat(both.get("found")).hasSize(2);
    assertThat(one.get("found")).hasSize(1);
    assertThat(one.at("/found/0/id").asString()).isEqualTo(river);
    assertThat(one.at("/found/0/excerpt").asString()).contains("노란 배가");
    assertThat(
            send("POST", "/api/readings/search", "{\"ids\":[],\"words\":\" \"}", null).statusCode())
        .isEqualTo(400);
  }

  @Test
  void howFarArticlesAreHeardIsCountedByDayArticleAndSiteForAdministratorsOnly() throws Exception {
    String id = read("세어 보는 글 " + System.nanoTime() + "\n\n짧은 글입니다.");
    for (String event :
        List.of("start", "start", "quarter", "half", "three-quarters", "complete")) {
      assertThat(
              send("POST", "/api/readings/" + id + "/heard?event=" + event, "", null).statusCode())
          .isEqualTo(204);
    }

    assertThat(send("GET", "/api/statistics", null, null).statusCode()).isEqualTo(401);
    assertThat(
            send("GET", "/api/statistics", null, AdministratorKeys.bearer(DATA, Scope.MAKE))
                .statusCode())
        .isEqualTo(403);
    JsonNode told = node(send("GET", "/api/statistics", null, AdministratorKeys.bearer(DATA)));
    JsonNode article = articleOf(told, id);
    assertThat(article.get("title").asString()).startsWith("세어 보는 글");
    assertThat(article.at("/totals/starts").asInt()).isEqualTo(2);
    assertThat(article.at("/totals/complete").asInt()).isEqualTo(1);
    assertThat(told.get("days")).hasSize(1);
    assertThat(told.toString()).doesNotContain("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"event=", "event=START", "event=all", ""})
  void anEventThatIsNoneIsRefused(String query) throws Exception {
    String id = read("거절하는 글\n\n짧은 글입니다.");
    assertThat(send("POST", "/api/readings/" + id + "/heard?" + query, "", null).statusCode())
        .isEqualTo(400);
    assertThat(send("POST", "/api/readings/none/heard?event=start", "", null).statusCode())
        .isEqualTo(404);
  }

  private static JsonNode articleOf(JsonNode statistics, String id) {
    for (JsonNode one : statistics.get("articles")) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("Nothing was counted for " + id + ": " + statistics);
  }

  private static String entry(String key) {
    return "{\"key\":\"%s\",\"id\":\"%s\",\"title\":\"강\",\"state\":\"begun\",\"share\":0.25,\"place\":{\"index\":3,\"offset\":400},\"rank\":0,\"at\":17}"
        .formatted(key, key);
  }

  private static String list(String version, String entries) {
    return "{\"version\":\"" + version + "\",\"entries\":[" + entries + "]}";
  }

  private JsonNode search(String words, String... ids) throws Exception {
    String body = json.writeValueAsString(Map.of("ids", ids, "words", words));
    return node(send("POST", "/api/readings/search", body, null));
  }

  private String read(String text) throws Exception {
    String body = json.writeValueAsString(Map.of("text", text));
    return node(send("POST", "/api/readings", body, null)).get("id").asString();
  }

  private JsonNode node(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, @Nullable String key) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (key != null) {
      request.header("Authorization", key);
    }
    request.header("Content-Type", "application/json");
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
