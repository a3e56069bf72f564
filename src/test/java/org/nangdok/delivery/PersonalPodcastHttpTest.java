package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mpatric.mp3agic.Mp3File;
import com.rometools.modules.itunes.FeedInformation;
import com.rometools.modules.itunes.ITunes;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A podcast of one's own, as its owner fills it and as a podcast program asks for it. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/feeds", "nangdok.sample=false"})
class PersonalPodcastHttpTest {

  private static final String PODCAST = "https://podcastindex.org/namespace/1.0";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;

  @Test
  void oneCallMakesAPodcastThatPodcastProgramsTakeWhole() throws Exception {
    JsonNode made = put("The river has a path again\n\nA new path runs along the river.");
    String reading = made.get("entries").get(0).get("reading").asString();
    String address = made.get("address").asString();
    get("/api/readings/" + reading + "/audio.mp3"); // ends when all is made

    HttpResponse<byte[]> answer = get(path(address));
    SyndFeed feed = parsed(answer);

    assertThat(address).matches("http://localhost.*/podcasts/[A-Za-z0-9_-]{43}/feed\\.xml");
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/rss+xml");
    meetsApplesRequirements(feed, address);
    SyndEntry episode = feed.getEntries().getFirst();
    SyndEnclosure sound = episode.getEnclosures().getFirst();
    HttpResponse<byte[]> heard = get(path(sound.getUrl()));
    assertThat(sound.getType()).isEqualTo("audio/mpeg");
    assertThat(heard.headers().firstValue("content-type")).contains("audio/mpeg");
    assertThat(heard.body()).hasSize((int) sound.getLength());
    assertThat(send("GET", path(sound.getUrl()), null, "Range", "bytes=0-99").statusCode())
        .isEqualTo(206);
    assertThat(send("HEAD", path(sound.getUrl()), null).headers().firstValue("content-length"))
        .contains(Long.toString(sound.getLength()));
    Path file = Files.write(folder.resolve("episode.mp3"), heard.body());
    assertThat(new Mp3File(file).getId3v2Tag().getTitle()).isEqualTo(episode.getTitle());
    for (Element beside : foreign(episode, "transcript", "chapters")) {
      HttpResponse<byte[]> there = get(path(beside.getAttributeValue("url")));
      assertThat(there.statusCode()).isEqualTo(200);
      assertThat(there.headers().firstValue("content-type").orElse(""))
          .startsWith(beside.getAttributeValue("type"));
    }
    assertThat(foreign(episode, "transcript").getFirst().getAttributeValue("rel"))
        .isEqualTo("captions");
  }

  /** As its page "Podcast RSS feed requirements" lists them. */
  private void meetsApplesRequirements(SyndFeed feed, String address) throws Exception {
    var channel = (FeedInformation) feed.getModule(ITunes.URI);
    assertThat(feed.getTitle()).isNotBlank();
    assertThat(feed.getDescription()).isNotBlank();
    assertThat(feed.getLanguage()).startsWith("en");
    assertThat(channel.getAuthor()).isNotBlank();
    assertThat(channel.getExplicitNullable()).isFalse();
    assertThat(channel.getCategories()).extracting("name").containsExactly("News");
    assertThat(channel.getBlock()).isTrue();
    assertThat(feed.getImage().getUrl()).isEqualTo(channel.getImageUri());
    HttpResponse<byte[]> picture = get(path(channel.getImageUri()));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.body()));
    assertThat(picture.headers().firstValue("content-type")).contains("image/png");
    assertThat(image.getWidth()).isEqualTo(image.getHeight()).isBetween(1400, 3000);
    assertThat(image.getColorModel().hasAlpha()).isFalse();
    assertThat(UUID.fromString(foreign(feed.getForeignMarkup(), "guid").getFirst().getText()))
        .extracting(UUID::version)
        .isEqualTo(5);
    assertThat(new String(get(path(address)).body(), StandardCharsets.UTF_8))
        .containsPattern("<atom:link [^>]*href=\"" + address + "\"");
    SyndEntry episode = feed.getEntries().getFirst();
    assertThat(episode.getUri()).isNotBlank();
    assertThat(episode.getPublishedDate()).isNotNull();
    assertThat(path(episode.getEnclosures().getFirst().getUrl())).endsWith(".mp3");
  }

  @Test
  void whoAsksAgainGetsItOnlyWhenItIsNew() throws Exception {
    String address = path(put("A bridge\n\nA bridge was opened today.").get("address").asString());
    HttpResponse<byte[]> first = get(address);
    assertThat(first.statusCode()).isEqualTo(200);
    String tag = first.headers().firstValue("etag").orElseThrow();
    String changed = first.headers().firstValue("last-modified").orElseThrow();

    assertThat(send("GET", address, null, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(send("GET", address, null, "If-Modified-Since", changed).statusCode())
        .isEqualTo(304);

    String id =
        put("A tunnel\n\nTunnel number " + System.nanoTime() % 100_000 + " was closed.")
            .get("entries")
            .get(0)
            .get("reading")
            .asString();
    assertThat(get("/api/readings/" + id + "/audio.mp3").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> second = send("GET", address, null, "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.headers().firstValue("etag"))
        .isNotEqualTo(first.headers().firstValue("etag"));
  }

  @Test
  void anotherAddressEndsTheOldOneWithAllThatLayBelowIt() throws Exception {
    JsonNode made = put("A well\n\nA well was found in the village.");
    String id = made.get("entries").get(0).get("reading").asString();
    String old = path(made.get("address").asString());
    get("/api/readings/" + id + "/audio.mp3");

    HttpResponse<byte[]> renewed = send("POST", "/api/feeds/mine/address", "");
    String now = path(json.readTree(renewed.body()).get("address").asString());

    assertThat(now).isNotEqualTo(old);
    assertThat(get(now).statusCode()).isEqualTo(200);
    for (String ending :
        List.of("feed.xml", "cover.png", id + "/audio.mp3", id + "/chapters.json")) {
      assertThat(get(old.replace("feed.xml", ending)).statusCode()).as(ending).isEqualTo(404);
      assertThat(get(now.replace("feed.xml", ending)).statusCode()).as(ending).isEqualTo(200);
    }
  }

  @Test
  void itsSecretOpensNothingElse() throws Exception {
    String address = path(put("A mill\n\nA mill turns again.").get("address").asString());
    HttpResponse<byte[]> other =
        send("POST", "/api/readings", "{\"text\":\"A lake\\n\\nThe lake is full.\"}");
    String id = json.readTree(other.body()).get("id").asString();
    get("/api/readings/" + id + "/audio.mp3");

    assertThat(get(address.replace("feed.xml", id + "/audio.mp3")).statusCode()).isEqualTo(404);
    assertThat(get("/podcasts/" + "A".repeat(43) + "/feed.xml").statusCode()).isEqualTo(404);
    assertThat(get("/feeds/mine.xml").statusCode()).isEqualTo(404);
  }

  @Test
  void strangersHaveNoPartInThePodcastOfThePersonAtTheMachine() throws Exception {
    put("A garden\n\nA garden is open to all.");
    String[] proxied = {"X-Forwarded-For", "203.0.113.9"};

    assertThat(send("GET", "/api/feeds/mine", null, proxied).statusCode()).isEqualTo(401);
    assertThat(new String(send("GET", "/api/feeds", null, proxied).body(), StandardCharsets.UTF_8))
        .doesNotContain("/podcasts/");
    String article = "{\"text\":\"x y z.\"}";
    assertThat(send("POST", "/api/feeds/mine/entries", article, proxied).statusCode())
        .isEqualTo(401);
    assertThat(send("POST", "/api/feeds/mine/address", "", proxied).statusCode()).isEqualTo(401);
  }

  @Test
  void feedsOfEverybodyStayTheAdministrators() throws Exception {
    HttpResponse<byte[]> refused =
        send("PUT", "/api/feeds/village-news", "{\"title\":\"Village\"}");
    assertThat(refused.statusCode()).isEqualTo(401);
  }

  private JsonNode put(String text) throws Exception {
    String body = json.writeValueAsString(java.util.Map.of("text", text));
    HttpResponse<byte[]> answer = send("POST", "/api/feeds/mine/entries", body);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return json.readTree(answer.body());
  }

  private static SyndFeed parsed(HttpResponse<byte[]> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(200);
    String xml = new String(answer.body(), StandardCharsets.UTF_8);
    return new SyndFeedInput().build(new StringReader(xml));
  }

  private static List<Element> foreign(SyndEntry entry, String... names) {
    return foreign(entry.getForeignMarkup(), names);
  }

  private static List<Element> foreign(List<Element> markup, String... names) {
    return markup.stream()
        .filter(element -> element.getNamespaceURI().equals(PODCAST))
        .filter(element -> List.of(names).contains(element.getName()))
        .toList();
  }

  private static String path(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send("GET", path, null);
  }

  private HttpResponse<byte[]> send(
      String method, String path, @Nullable String body, String... headers) throws Exception {
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
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
