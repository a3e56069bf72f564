package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other sites ask for: the script, the frame, oEmbed. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/embed",
      "nangdok.sample=false",
      "nangdok.public-address=" + EmbedHttpTest.PUBLIC,
      "nangdok.web.frame-ancestors=https://news.example"
    })
class EmbedHttpTest {

  static final String PUBLIC = "https://listen.example";
  private static final int MOST_BYTES = 40_000;
  private static final String TITLE = "새 \"우물\" <마을> 소식";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();
  private String id = "";

  @BeforeEach
  void askForAReading() throws Exception {
    String body = json.writeValueAsString(java.util.Map.of("text", TITLE + "\n\n마을에 우물이 생겼습니다."));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(home() + "/api/readings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    id = json.readTree(answer.body()).get("id").asString();
  }

  @Test
  void oEmbedIsFoundFromThePageAndDescribesAFrame() throws Exception {
    Document page = Jsoup.parse(get("/r/" + id).body(), home());
    Element discovered = page.expectFirst("link[type=application/json+oembed]");
    String address = discovered.absUrl("href");
    assertThat(address).startsWith(PUBLIC + "/oembed?");

    HttpResponse<String> answer = get(address.substring(PUBLIC.length()));
    JsonNode oembed = json.readTree(answer.body());

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(oembed.get("type").asString()).isEqualTo("rich");
    assertThat(oembed.get("version").asString()).isEqualTo("1.0");
    assertThat(oembed.get("title").asString()).isEqualTo(page.select("h1").text());
    assertThat(oembed.get("width").isInt()).isTrue();
    assertThat(oembed.get("height").isInt()).isTrue();
    Element frame = Jsoup.parse(oembed.get("html").asString()).expectFirst("iframe");
    assertThat(frame.attr("src")).isEqualTo(PUBLIC + "/embed/" + id);
    assertThat(frame.attr("title")).isEqualTo(page.select("h1").text());
  }

  @Test
  void oEmbedKeepsWithinWhatTheSiteAllows() throws Exception {
    JsonNode small = json.readTree(get(oembed("&maxwidth=300&maxheight=100")).body());

    assertThat(small.get("width").asInt()).isEqualTo(300);
    assertThat(small.get("height").asInt()).isEqualTo(100);
    assertThat(get(oembed("&maxwidth=0")).statusCode()).isEqualTo(400);
    assertThat(get(oembed("&maxwidth=wide")).statusCode()).isEqualTo(400);
  }

  @Test
  void oEmbedAnswersOnlyForReadingsOfThisService() throws Exception {
    HttpResponse<String> elsewhere =
        get("/oembed?url=" + encoded("https://elsewhere.example/r/" + id));
    assertThat(elsewhere.statusCode()).isEqualTo(404); // row 97
    assertThat(elsewhere.body()).contains("\"embed.unknown\"");
    assertThat(get("/oembed?url=" + encoded(home() + "/r/0000")).statusCode()).isEqualTo(404);
    assertThat(get("/oembed?url=" + encoded(home() + "/api/voices")).statusCode()).isEqualTo(404);
    assertThat(get("/oembed?url=%20").statusCode()).isEqualTo(404);
    assertThat(get("/oembed").statusCode()).isEqualTo(400);
    assertThat(get(oembed("&format=xml")).statusCode()).isEqualTo(501); // row 98
    assertThat(get(oembed("&format=xml")).body()).contains("\"embed.format\"");
    String script = get(oembed("&callback=alert(1)")).body(); // row 99
    assertThat(script).startsWith("{").doesNotContain("alert");
  }

  @Test
  void theFrameHoldsThePlayerForListedSitesAndALinkForOthers() throws Exception {
    HttpResponse<String> listed =
        get("/embed/" + id, "Sec-Fetch-Dest", "iframe", "Referer", "https://news.example/story");
    HttpResponse<String> other =
        get("/embed/" + id, "Sec-Fetch-Dest", "iframe", "Referer", "https://other.example/");
    HttpResponse<String> nameless = get("/embed/" + id, "Sec-Fetch-Dest", "iframe");
    HttpResponse<String> opened = get("/embed/" + id + "?theme=dark&compact=&onclick=x");

    assertThat(listed.body()).contains("<nangdok-player");
    assertThat(policy(listed)).endsWith("frame-ancestors https://news.example");
    for (HttpResponse<String> link : java.util.List.of(other, nameless)) {
      assertThat(link.body()).doesNotContain("<nangdok-player").doesNotContain("<script");
      assertThat(Jsoup.parse(link.body()).select("a[href=/r/" + id + "]")).hasSize(1);
      assertThat(policy(link)).contains("frame-ancestors *").contains("default-src 'none'");
    }
    Element player = Jsoup.parse(opened.body()).expectFirst("nangdok-player");
    assertThat(player.attr("theme")).isEqualTo("dark");
    assertThat(player.hasAttr("compact")).isTrue();
    assertThat(player.hasAttr("onclick")).isFalse();
    assertThat(policy(opened)).endsWith("frame-ancestors https://news.example");
    assertThat(get("/embed/0000").statusCode()).isEqualTo(404);
  }

  @Test
  void theScriptAndAllItBringsAreSmallAndForEveryone() throws Exception {
    HttpResponse<String> script = get("/embed.js");

    assertThat(script.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
    assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(script.headers().allValues("Set-Cookie")).isEmpty();
    var compressed = new ByteArrayOutputStream();
    int bytes = 0;
    Path web = Path.of("web").toAbsolutePath();
    for (Path module : modules(web.resolveSibling("embed.js"), web.resolve("embed.js"))) {
      compressed.reset();
      try (var out = new GZIPOutputStream(compressed)) {
        out.write(Files.readAllBytes(module));
      }
      bytes += compressed.size();
    }
    assertThat(bytes).isBetween(5_000, MOST_BYTES);
  }

  /** A module and all that it imports, each once; {@code embed.js} is served from the root. */
  private static Set<Path> modules(Path served, Path file) throws IOException {
    Set<Path> all = new LinkedHashSet<>();
    all.add(file);
    Matcher imports =
        Pattern.compile("^(?:import|export) [^;]*?from \"(\\.[^\"]+)\"", Pattern.MULTILINE)
            .matcher(Files.readString(file));
    while (imports.find()) {
      Path imported = served.resolveSibling(imports.group(1)).normalize();
      if (all.add(imported)) {
        all.addAll(modules(imported, imported));
      }
    }
    return all;
  }

  private static String policy(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    return answer.headers().firstValue("Content-Security-Policy").orElse("");
  }

  private String oembed(String more) {
    return "/oembed?url=" + encoded(home() + "/r/" + id) + more;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String home() {
    return "http://127.0.0.1:" + port;
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(home() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
