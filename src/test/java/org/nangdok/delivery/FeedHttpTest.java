package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
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
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A feed as its administrator keeps it and a podcast program reads it. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/feeds", "nangdok.sample=false"})
class FeedHttpTest {

  private static final Path DATA = TestData.of("feeds");

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aReadingInAFeedIsAnEpisodeWhoseSoundHasTheLengthItNames() throws Exception {
    String article = "{\"text\":\"물길이 열렸다\\n\\n마을에 새 물길이 열렸습니다. 모두 기뻐합니다.\"}";
    String reading = json.readTree(send("POST", "/api/readings", article)).get("id").asString();
    send("GET", "/api/readings/" + reading + "/audio.mp3", null); // ends when all is made
    send("PUT", "/api/feeds/village", "{\"title\":\"마을 소식\"}");
    send("POST", "/api/feeds/village/entries", "{\"reading\":\"" + reading + "\"}");

    SyndFeed feed =
        new SyndFeedInput().build(new StringReader(send("GET", "/feeds/village.xml", null)));
    SyndEntry episode = feed.getEntries().getFirst();
    var sound = episode.getEnclosures().getFirst();
    byte[] heard = bytes("GET", path(sound.getUrl()), null).body();

    assertThat(feed.getTitle()).isEqualTo("마을 소식");
    assertThat(episode.getTitle()).isEqualTo("물길이 열렸다");
    assertThat(heard).hasSize((int) sound.getLength());
    assertThat(Mp3Decoding.decode(heard).length / 24).isGreaterThan(2_000);

    JsonNode shown = json.readTree(send("GET", "/api/feeds/village", null));
    assertThat(shown.get("entries").get(0).get("state").asString()).isEqualTo("complete");
    send("DELETE", "/api/feeds/village/entries/" + reading, null);
    assertThat(send("GET", "/feeds/village.xml", null)).doesNotContain("<item>");
  }

  @Test
  void feedsThatAreNotThereAndReadingsThatAreNotAreSaid() throws Exception {
    send("PUT", "/api/feeds/empty", "{\"title\":\"빈 자리\"}");

    assertThat(refused("GET", "/feeds/nobody.xml", null, 404)).isEqualTo("feed.unknown");
    assertThat(refused("DELETE", "/api/feeds/nobody", null, 404)).isEqualTo("feed.unknown");
    assertThat(refused("POST", "/api/feeds/empty/entries", "{\"reading\":\"0\"}", 422))
        .isEqualTo("feed.no-reading");
    assertThat(refused("PUT", "/api/feeds/empty", "{}", 400)).isEqualTo("feed.bad-title");
    assertThat(refused("PUT", "/api/feeds/UPPER", "{\"title\":\"a\"}", 400))
        .isEqualTo("feed.bad-name");
  }

  @Test
  void onlyAnAdministratorChangesFeeds() throws Exception {
    HttpRequest anonymous =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/feeds/others"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"title\":\"a\"}"))
            .build();
    var answer = client.send(anonymous, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(refused("GET", "/api/feeds/others", null, 404)).isEqualTo("feed.unknown");
  }

  private static String path(String address) {
    return address.replaceFirst("^http://[^/]+", "");
  }

  private String refused(String method, String path, @Nullable String body, int status)
      throws Exception {
    HttpResponse<byte[]> answer = bytes(method, path, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    return json.readTree(answer.body()).get("code").asString();
  }

  private String send(String method, String path, @Nullable String body) throws Exception {
    HttpResponse<byte[]> answer = bytes(method, path, body);
    assertThat(answer.statusCode()).as(method + " " + path).isBetween(200, 299);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> bytes(String method, String path, @Nullable String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", AdministratorKeys.bearer(DATA))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
