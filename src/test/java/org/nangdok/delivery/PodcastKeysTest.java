package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.nangdok.key.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose podcast is whose, where keys are needed. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/keys-mode",
      "nangdok.sample=false",
      "nangdok.web.mode=keys",
      "nangdok.web.origins=https://news.example,https://listed.example"
    })
class PodcastKeysTest {

  private static final Path DATA = TestData.of("keys-mode");
  private static final String ARTICLE =
      "{\"text\":\"A ferry sails again\\n\\nThe ferry sails to the island again.\"}";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aKeyThatMayMakeHasAPodcastThatPodcastProgramsHearWithoutOne() throws Exception {
    String key = AdministratorKeys.bearer(DATA, Scope.MAKE);

    JsonNode made = json.readTree(send("POST", "/api/feeds/mine/entries", ARTICLE, key, 200));
    String id = made.get("entries").get(0).get("reading").asString();
    send("GET", "/api/readings/" + id + "/audio.mp3", null, key, 200);
    String address = URI.create(made.get("address").asString()).getPath();

    assertThat(send("GET", address, null, null, 200))
        .contains("<itunes:block>Yes</itunes:block>")
        .contains(address.replace("feed.xml", id + "/audio.mp3"))
        .doesNotContain("signature=")
        .doesNotContain(key.substring("Bearer ".length()));
    send("GET", address.replace("feed.xml", id + "/audio.mp3"), null, null, 200);
    send("GET", address.replace("feed.xml", id + "/transcript.vtt"), null, null, 200);
    send("GET", address.replace("feed.xml", "cover.png"), null, null, 200);
    send("GET", "/api/readings/" + id, null, null, 401);
  }

  @Test
  void nobodySeesOrFillsThatOfAnother() throws Exception {
    String owner = AdministratorKeys.bearer(DATA, Scope.MAKE);
    String other = AdministratorKeys.bearer(DATA, Scope.MAKE);
    JsonNode made = json.readTree(send("POST", "/api/feeds/mine/entries", ARTICLE, owner, 200));
    String name = made.get("name").asString();
    String reading = made.get("entries").get(0).get("reading").asString();

    send("GET", "/api/feeds/" + name, null, other, 404);
    assertThat(send("GET", "/api/feeds", null, other, 200)).doesNotContain(name);
    assertThat(send("POST", "/api/feeds/" + name + "/entries", ARTICLE, other, 403))
        .contains("feed.not-yours");
    send("POST", "/api/feeds/" + name + "/address", "", other, 404);
    send("DELETE", "/api/feeds/" + name + "/entries/" + reading, null, other, 404);
    send("GET", "/api/feeds/" + name, null, owner, 200);
    assertThat(send("GET", "/api/feeds", null, AdministratorKeys.bearer(DATA), 200)).contains(name);
  }

  @Test
  void twoKeysHaveTwoPodcasts() throws Exception {
    String one = AdministratorKeys.bearer(DATA, Scope.MAKE);
    String two = AdministratorKeys.bearer(DATA, Scope.MAKE);

    JsonNode first = json.readTree(send("POST", "/api/feeds/mine/entries", ARTICLE, one, 200));
    JsonNode second = json.readTree(send("POST", "/api/feeds/mine/entries", ARTICLE, two, 200));

    assertThat(first.get("address").asString()).isNotEqualTo(second.get("address").asString());
    String title = "{\"title\":\"For the train\",\"language\":\"en\"}";
    assertThat(send("PUT", "/api/feeds/mine", title, one, 200)).contains("For the train");
    assertThat(send("GET", "/api/feeds/mine", null, two, 200)).doesNotContain("For the train");
  }

  @Test
  void whoMayOnlyReadOrComesFromAPageHasNone() throws Exception {
    String reader = AdministratorKeys.bearer(DATA, Scope.READ);
    send("POST", "/api/feeds/mine/entries", ARTICLE, reader, 403);
    send("POST", "/api/feeds/mine/entries", ARTICLE, null, 401);
    send(
        "PUT",
        "/api/feeds/village",
        "{\"title\":\"Village\"}",
        AdministratorKeys.bearer(DATA, Scope.MAKE),
        403);
    String page = AdministratorKeys.bearer(DATA, Scope.MAKE, "https://news.example");
    HttpRequest request =
        request("POST", "/api/feeds/mine/entries", ARTICLE, page)
            .header("Origin", "https://news.example")
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }

  private HttpRequest.Builder request(
      String method, String path, @Nullable String body, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (key != null) {
      request.header("Authorization", key);
    }
    return request;
  }

  private String send(
      String method, String path, @Nullable String body, @Nullable String key, int status)
      throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            request(method, path, body, key).build(), HttpResponse.BodyHandlers.ofByteArray());
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(method + " " + path + " " + text).isEqualTo(status);
    return text;
  }
}
