package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows 62-70 of the abuse table against the running service: articles that mean harm. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class AbuseArticleTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BODY =
      "<p>마을 어귀의 오래된 방앗간이 올봄에 다시 문을 열었습니다.</p>"
          + "<p>주민들은 쌀을 직접 빻아 떡을 만들어 이웃과 나누었습니다.</p>"
          + "<p>방앗간은 매주 토요일 아침 아홉 시부터 정오까지 열립니다.</p>";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest(name = "row {0}: {1} is {3} {4}")
  @MethodSource
  void anArticleOfAnyShapeIsReadOrRefused(
      int row, String what, String html, int status, String code) throws Exception {
    long start = System.nanoTime();

    HttpResponse<byte[]> answer = post("/api/readings", Map.of("html", html));

    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    if (status != 202) {
      assertThat(json.readTree(answer.body()).path("code").asString()).isEqualTo(code);
    }
  }

  static Stream<Arguments> anArticleOfAnyShapeIsReadOrRefused() {
    return Stream.of(
        Arguments.of(
            62, "900,000 nested elements", "<div>".repeat(900_000), 422, "article.too-complex"),
        Arguments.of(
            63, "8 MB of paragraphs", "<p a=1>".repeat(1_000_000), 400, "request.too-long"),
        Arguments.of(
            64,
            "200,000 attributes",
            page("방앗간", "<section " + attributes(200_000) + ">" + BODY + "</section>"),
            202,
            ""));
  }

  private static String page(String title, String body) {
    return "<html lang=ko><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1>"
        + body
        + "</article></body></html>";
  }

  private static String attributes(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("a").append(i).append("=1 ");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "row 67: {0}")
  @MethodSource
  void row67TextOfAnyKindIsSpokenWithinBounds(String what, String text) throws Exception {
    HttpResponse<byte[]> answer =
        post("/api/readings", Map.of("text", "방앗간 소식\n\n마을 방앗간이 다시 문을 열었습니다.\n" + text));

    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(202);
    JsonNode reading = settled(json.readTree(answer.body()).path("id").asString());
    assertThat(reading.path("state").asString()).isEqualTo("complete");
    assertThat(reading.path("durationMs").asLong()).isLessThan(5_000 + 200L * text.length());
  }

  static Stream<Arguments> row67TextOfAnyKindIsSpokenWithinBounds() {
    return Stream.of(
        Arguments.of("one word of 20,000 letters", "가".repeat(20_000)),
        Arguments.of("10,000 combining marks", "e" + "\u0301".repeat(10_000)),
        Arguments.of("only emoji", "😀🎉🌾".repeat(50)),
        Arguments.of("right-to-left override", "문이 \u202e열렸습니다\u202c."),
        Arguments.of("U+0000", "문이\u0000 열렸습니다."),
        Arguments.of("brackets", "(".repeat(5_000)));
  }

  @Test
  void row67ALoneSurrogateIsNoReasonToFail() throws Exception {
    String body = "{\"text\":\"방앗간 소식\\n\\n문이 \\ud800 열렸습니다.\"}";

    assertThat(send("/api/readings", body).statusCode()).isIn(202, 400);
  }

  @Test
  void rows68To70MarkupOfAnArticleIsTextEverywhere() throws Exception {
    String title = "</script><img src=x onerror=alert(1)>";
    String escaped = title.replace("<", "&lt;");
    String html =
        page(
            escaped,
            BODY
                + "<p>자세한 내용은 <a href=\"javascript:alert(1)\">방앗간 안내문</a>에서 볼 수 있습니다.</p>"
                + "<p>안내문에는 &lt;?xml?&gt; &lt;!DOCTYPE a&gt; ]]&gt; &amp;x; 같은 기호도 있습니다.</p>");
    HttpResponse<byte[]> answer = post("/api/readings", Map.of("html", html));
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(202);
    String id = json.readTree(answer.body()).path("id").asString();
    assertThat(settled(id).path("state").asString()).isEqualTo("complete");

    for (String path : new String[] {"/r/" + id, "/api/readings/" + id + "/transcript.html"}) {
      String written = text(get(path));
      assertThat(written).as(path).doesNotContain("<img src=x", "href=\"javascript:");
      assertThat(written).contains("방앗간 안내문");
    }
    for (String kind : new String[] {"script.ssml", "transcript.ttml"}) {
      byte[] xml = get("/api/readings/" + id + "/" + kind).body();
      assertThat(new String(xml, StandardCharsets.UTF_8)).doesNotContain("<img", "<!DOCTYPE");
      javax.xml.parsers.DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new java.io.ByteArrayInputStream(xml));
    }
  }

  private JsonNode settled(String id) throws Exception {
    get("/api/readings/" + id + "/events"); // ends when the reading is settled
    return json.readTree(get("/api/readings/" + id).body());
  }

  private HttpResponse<byte[]> post(String path, Map<String, String> body) throws Exception {
    return send(path, json.writeValueAsString(body));
  }

  private HttpResponse<byte[]> send(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
