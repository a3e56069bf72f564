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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nangdok.key.AdministratorKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The service as it stands on the internet: nothing without a key or a signed link. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=target/test-data/keys-mode",
      "nangdok.sample=false",
      "nangdok.web.mode=keys"
    })
class KeysModeTest {

  private static final Path DATA = Path.of("target/test-data/keys-mode");

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

  private static String pathOf(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private HttpResponse<byte[]> send(
      String method, String path, @Nullable String body, @Nullable String key) throws Exception {
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
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
