package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

/** The service as it stands on the internet: nothing without a key or a signed link. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/keys-mode",
      "nangdok.sample=false",
      "nangdok.web.mode=keys",
      "nangdok.web.origins=https://news.example,https://listed.example"
    })
class KeysModeTest {

  private static final Path DATA = TestData.of("keys-mode");

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aPodcastProgramHearsAFeedByOneSignedLinkAndNothingElse() throws Exception {
    String key = AdministratorKeys.bearer(DATA);
    String article = "{\"text\":\"물길이 열렸다\\n\\n마을에 새 물길이 열렸습니다. 모두 기뻐합니다.\"}";
    String id =
        json.readTree(send("POST", "/api/readings", article, key).body()).get("id").asString();
    send("GET", "/api/readings/" + id + "/audio.mp3", null, key); // ends when all is made
    send("PUT", "/api/feeds/village", "{\"title\":\"마을 소식\"}", key);
    send("POST", "/api/feeds/village/entries", "{\"reading\":\"" + id + "\"}", key);
    String link =
        json.readTree(
                send("POST", "/api/links", "{\"path\":\"/feeds/village.xml\",\"days\":30}", key)
                    .body())
            .get("link")
            .asString();

    HttpResponse<byte[]> feed = send("GET", pathOf(link), null, null);
    assertThat(feed.statusCode()).isEqualTo(200);
    var episode =
        new SyndFeedInput()
            .build(new StringReader(new String(feed.body(), StandardCharsets.UTF_8)))
            .getEntries()
            .getFirst();
    var sound = episode.getEnclosures().getFirst();
    HttpResponse<byte[]> heard = send("GET", pathOf(sound.getUrl()), null, null);

    assertThat(heard.statusCode()).isEqualTo(200);
    assertThat(heard.body()).hasSize((int) sound.getLength());
    assertThat(send("GET", "/feeds/village.xml", null, null).statusCode()).isEqualTo(401);
    assertThat(send("GET", "/api/readings/" + id + "/audio.mp3", null, null).statusCode())
        .isEqualTo(401);
    assertThat(send("GET", pathOf(link) + "0", null, null).statusCode()).isBetween(401, 403);
  }

  @Test
  void aKeyOfAPageMakesAReadingOfWhichEverythingIsHeardWithoutIt() throws Exception {
    String key = AdministratorKeys.bearer(DATA, Scope.MAKE, "https://news.example");
    String article = "{\"text\":\"샘가에 길이 났다\\n\\n샘가에 새 길이 났습니다. 모두 걸었습니다.\"}";

    HttpResponse<byte[]> made = send("POST", "/api/readings", article, key, "https://news.example");
    JsonNode reading = json.readTree(made.body());
    String audio = reading.get("audio").asString();
    String query = audio.substring(audio.indexOf('?'));
    String base = "/api/readings/" + reading.get("id").asString();

    assertThat(made.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://news.example");
    assertThat(query).contains("signature=");
    assertThat(text(base + "/events" + query)).contains("event: complete");
    JsonNode whole = json.readTree(text(base + query));
    String clip = whole.get("turns").get(0).get("sentences").get(0).get("clip").asString();
    String playlist = text(base + "/audio.m3u8" + query);
    String piece =
        playlist.lines().filter(line -> line.startsWith("segments/")).findFirst().orElseThrow();
    assertThat(text(base + "/transcript.vtt" + query)).startsWith("WEBVTT");
    assertThat(text("/embed/" + reading.get("id").asString() + query))
        .contains("src=\"/r/" + reading.get("id").asString() + "?key=");
    for (String address : List.of(audio, clip, base + "/" + piece)) {
      assertThat(send("GET", address, null, null).statusCode()).as(address).isEqualTo(200);
      String bare = address.substring(0, address.indexOf('?'));
      assertThat(send("GET", bare, null, null).statusCode()).as(bare).isEqualTo(401);
    }
  }

  @Test
  void aKeyOfAPageCountsNowhereElseAndThePageIsToldSo() throws Exception {
    String key = AdministratorKeys.bearer(DATA, Scope.MAKE, "https://news.example");

    HttpResponse<byte[]> refused =
        send("POST", "/api/readings", "{\"text\":\"글\"}", key, "https://listed.example");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json.readTree(refused.body()).get("code").asString()).isEqualTo("auth.origin");
    assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
        .contains("https://listed.example");
    HttpResponse<byte[]> preflight =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/readings"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://news.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, content-type")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(preflight.statusCode()).isBetween(200, 204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization");
  }

  @Test
  void eachListenerKeepsAPlaceOfTheirOwnInAWorkOfSomebodyElse() throws Exception {
    String maker = AdministratorKeys.bearer(DATA, Scope.MAKE);
    String first = AdministratorKeys.bearer(DATA, Scope.READ);
    String second = AdministratorKeys.bearer(DATA, Scope.READ);
    String ofPages = AdministratorKeys.bearer(DATA, Scope.MAKE, "https://news.example");
    String body =
        "{\"title\":\"두 마을\",\"chapters\":[{\"title\":\"윗마을\",\"text\":\"해가 집니다.\"},"
            + "{\"title\":\"아랫마을\",\"text\":\"달이 뜹니다.\"}]}";
    JsonNode made = json.readTree(send("POST", "/api/works", body, maker).body());
    String work = "/api/works/" + made.get("id").asString();
    String place = "{\"part\":1,\"ms\":1250}";

    JsonNode kept = json.readTree(send("PUT", work + "/place", place, first).body());

    assertThat(kept.at("/place/part").asInt()).isEqualTo(1);
    assertThat(json.readTree(send("GET", work, null, first).body()).at("/place/ms").asInt())
        .isEqualTo(1250);
    for (String other : List.of(second, maker, ofPages)) {
      assertThat(json.readTree(send("GET", work, null, other).body()).at("/place/part").isNumber())
          .isFalse();
    }
    HttpResponse<byte[]> refused =
        send("PUT", work + "/place", place, ofPages, "https://news.example");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json.readTree(refused.body()).get("code").asString()).isEqualTo("auth.scope");
    assertThat(send("POST", work + "/parts/1", "", second).statusCode()).isEqualTo(202);
    assertThat(send("POST", work + "/pause", "", second).statusCode()).isEqualTo(403);
    assertThat(send("DELETE", work, null, first).statusCode()).isEqualTo(403);
  }

  private String text(String path) throws Exception {
    HttpResponse<byte[]> answer = send("GET", path, null, null);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String pathOf(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private HttpResponse<byte[]> send(
      String method, String path, @Nullable String body, @Nullable String key) throws Exception {
    return send(method, path, body, key, null);
  }

  private HttpResponse<byte[]> send(
      String method,
      String path,
      @Nullable String body,
      @Nullable String key,
      @Nullable String origin)
      throws Exception {
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
    if (origin != null) {
      request.header("Origin", origin);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
