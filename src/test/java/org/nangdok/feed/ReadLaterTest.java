package org.nangdok.feed;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.page.Page;

/**
 * What read-later programs and feed readers answer, in the form of their own: feeds as they are
 * followed, APIs as the scripts of docs/feeds.md ask them.
 */
class ReadLaterTest {

  private static final URI SOURCE = URI.create("https://saved.example/feed");

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void wallabagsArticlesAreReadWhereTheyStandAndNotBehindItsLogin() {
    String atom =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <title>wallabag - unread feed</title>
          <link rel="alternate" type="text/html" href="https://wallabag.example/unread/list"/>
          <id>wallabag:anna:unread</id>
          <updated>2026-11-29T08:00:00+00:00</updated>
          <generator uri="https://wallabag.org" version="2.6.10">wallabag</generator>
          <entry>
            <title><![CDATA[The river]]></title>
            <link rel="alternate" type="text/html" href="https://wallabag.example/view/17"/>
            <link rel="via">https://news.example/river?a=1&amp;b=2</link>
            <id>wallabag:wallabag.example:anna:entry:17</id>
            <updated>2026-11-29T08:00:00+00:00</updated>
            <content type="html"><![CDATA[<p>%s</p>]]></content>
          </entry>
        </feed>
        """
            .formatted("A path runs along the river. ".repeat(30));

    List<SourceArticles.Named> articles = SourceArticles.of(new Page(SOURCE, atom));

    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().address()).isEqualTo("https://news.example/river?a=1&b=2");
    assertThat(articles.getFirst().html()).contains("<h1>The river", "A path runs");
  }

  @Test
  void aBlogThatNamesItsOwnSourceIsReadItself() {
    String atom =
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>a</title><id>a</id>"
            + "<updated>2026-11-01T00:00:00Z</updated><entry><title>b</title><id>b</id>"
            + "<updated>2026-11-01T00:00:00Z</updated><link href='https://blog.example/post'/>"
            + "<link rel='via' href='https://elsewhere.example/'/></entry></feed>";
    assertThat(SourceArticles.of(new Page(SOURCE, atom)))
        .extracting(SourceArticles.Named::address)
        .containsExactly("https://blog.example/post");
  }

  @ParameterizedTest
  @CsvSource({
    "FreshRSS, <guid isPermaLink=\"false\">1700000000000001</guid>",
    "Karakeep, <guid isPermaLink=\"false\">x1y2</guid><category>news</category>",
    "Linkding, <description>A note</description>"
  })
  void feedsOfOthersNameTheArticlesThemselves(String program, String besides) {
    String rss =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>"
            + program
            + "</title><link>https://saved.example/</link><description>saved</description>"
            + "<item><title>The river</title><link>https://news.example/river</link>"
            + besides
            + "<pubDate>Sun, 29 Nov 2026 08:00:00 +0000</pubDate></item></channel></rss>";
    assertThat(SourceArticles.of(new Page(SOURCE, rss)))
        .containsExactly(new SourceArticles.Named("https://news.example/river", null));
  }

  @Test
  void readecksBookmarksComeByTheScriptOfTheDocumentation() throws Exception {
    server.stubFor(
        get(urlPathEqualTo("/api/bookmarks"))
            .withHeader("Authorization", equalTo("Bearer r-token"))
            .willReturn(
                okJson(
                    "[{\"id\":\"a1\",\"href\":\"https://readeck.example/api/bookmarks/a1\","
                        + "\"url\":\"https://news.example/river?a=1&b=2\",\"title\":\"The"
                        + " river\",\"type\":\"article\",\"is_archived\":false}]")));
    runs("Readeck", Map.of("READECK", server.baseUrl(), "READECK_TOKEN", "r-token"));
  }

  @Test
  void minifluxsStarredEntriesComeByTheScriptOfTheDocumentation() throws Exception {
    server.stubFor(
        get(urlPathEqualTo("/v1/entries"))
            .withQueryParam("starred", equalTo("true"))
            .withHeader("X-Auth-Token", equalTo("m-token"))
            .willReturn(
                okJson(
                    "{\"total\":1,\"entries\":[{\"id\":8,\"title\":\"The \\\"river\\\"\","
                        + "\"url\":\"https://news.example/river?a=1&b=2\",\"starred\":true,"
                        + "\"content\":\"<p>A path</p>\"}]}")));
    runs("Miniflux", Map.of("MINIFLUX", server.baseUrl(), "MINIFLUX_TOKEN", "m-token"));
  }

  private void runs(String program, Map<String, String> variables) throws Exception {
    assumeTrue(isThere("jq") && isThere("curl"), "This machine has no jq or no curl.");
    server.stubFor(post("/api/feeds/mine/entries").willReturn(ok("{}")));
    server.stubFor(get("/").willReturn(aResponse().withStatus(404)));
    Matcher script =
        Pattern.compile("```sh\\n(# " + program + ".*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/feeds.md")));
    assertThat(script.find()).isTrue();
    var shell = new ProcessBuilder("sh", "-c", script.group(1)).redirectErrorStream(true);
    shell.environment().putAll(variables);
    shell.environment().put("NANGDOK", server.baseUrl());
    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    server.verify(
        1,
        postRequestedFor(urlEqualTo("/api/feeds/mine/entries"))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(equalToJson("{\"url\":\"https://news.example/river?a=1&b=2\"}")));
  }

  private static boolean isThere(String program) {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
  }
}
