package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator decides who gets which voice at a site. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/castings", "nangdok.sample=false"})
class CastingHttpTest {

  private static final Path DATA = TestData.of("castings");
  private static final String JSON = "application/json";
  private static final String ARTICLE =
      """
      {"html":"<html lang='ko'><body><article><h1>강가에 새 다리</h1><p>[앵커]</p>\
      <p>강가에 새 다리가 놓였습니다. 주민들은 한 시간을 아낍니다.</p><p>[기자]</p>\
      <p>다리 위로 차들이 쉬지 않고 달리고 있습니다. 시장 상인들도 반깁니다.</p></article>\
      </body></html>","url":"https://HOST/article/1"}\
      """;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aDecisionCountsForTheNextReadingOfThatSiteOnly() throws Exception {
    send("PUT", "/api/castings/one.example.com", JSON, "{\"roles\":{\"anchor\":\"ko-taesan\"}}");

    assertThat(anchor("m.one.example.com")).isEqualTo("ko-taesan");
    assertThat(anchor("two.example.com")).isNotEqualTo("ko-taesan");

    JsonNode shown = json.readTree(send("GET", "/api/castings/one.example.com", null, null));
    assertThat(shown.at("/roles/anchor").asString()).isEqualTo("ko-taesan");
    assertThat(shown.at("/voices/ko/anchor/0").asString()).isEqualTo("ko-taesan");
    assertThat(send("GET", "/api/castings", null, null)).contains("one.example.com");

    assertThat(answer("DELETE", "/api/castings/one.example.com", null, null).statusCode())
        .isEqualTo(204);
    assertThat(anchor("one.example.com")).isNotEqualTo("ko-taesan");
    assertThat(refused("DELETE", "/api/castings/one.example.com", null, null, 404))
        .isEqualTo("voice.no-casting");
  }

  @Test
  void aDecisionComesAndGoesAsYaml() throws Exception {
    String yaml = "roles: {reporter: ko-sora}\npeople:\n  나다솜: ko-narae\n";
    send("PUT", "/api/castings/yaml.example.com", "application/yaml", yaml);

    HttpResponse<String> answer =
        client.send(
            request("/api/castings/yaml.example.com")
                .header("Accept", "application/yaml")
                .GET()
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.body()).contains("\"나다솜\": \"ko-narae\"", "\"reporter\": \"ko-sora\"");
  }

  @Test
  void whatCannotBeKeptIsRefusedWithItsReason() throws Exception {
    String site = "/api/castings/three.example.com";

    assertThat(refused("PUT", site, JSON, "{\"roles\":{\"anchor\":\"nobody\"}}", 400))
        .isEqualTo("voice.unknown");
    assertThat(refused("PUT", site, JSON, "{\"roles\":{\"boss\":\"ko-bora\"}}", 400))
        .isEqualTo("voice.bad-role");
    assertThat(refused("PUT", site, JSON, "{\"people\":{\"나다솜\":null}}", 400))
        .isEqualTo("voice.bad-casting");
    assertThat(refused("PUT", site, "text/plain", "roles: [", 400)).isEqualTo("voice.bad-casting");
    assertThat(refused("PUT", "/api/castings/a%20b", JSON, "{}", 400)).isEqualTo("voice.bad-site");
    assertThat(answer("PUT", "/api/castings/..%2f..%2fup", JSON, "{}").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(TestData.of("up.yaml")).doesNotExist();
  }

  @Test
  void onlyAnAdministratorDecides() throws Exception {
    HttpRequest anonymous =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/castings/four.example.com"))
            .header("Content-Type", JSON)
            .PUT(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(client.send(anonymous, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
  }

  private String anchor(String host) throws Exception {
    String id =
        json.readTree(send("POST", "/api/readings", JSON, ARTICLE.replace("HOST", host)))
            .get("id")
            .asString();
    for (JsonNode turn :
        json.readTree(send("GET", "/api/readings/" + id, null, null)).at("/turns")) {
      if (turn.get("speaker").asString().equals("anchor")) {
        return turn.at("/voice/id").asString();
      }
    }
    return "nobody";
  }

  private String refused(
      String method, String path, @Nullable String type, @Nullable String body, int status)
      throws Exception {
    HttpResponse<String> answer = answer(method, path, type, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json.readTree(answer.body()).get("code").asString();
  }

  private String send(String method, String path, @Nullable String type, @Nullable String body)
      throws Exception {
    HttpResponse<String> answer = answer(method, path, type, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer.body();
  }

  private HttpResponse<String> answer(
      String method, String path, @Nullable String type, @Nullable String body) throws Exception {
    HttpRequest.Builder request =
        request(path)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", AdministratorKeys.bearer(DATA));
  }
}
