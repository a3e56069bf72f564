package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.audio.Mp3Decoding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its users meet it: real HTTP, real voices, real sound. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class HttpTest {

  private static final String BROADCAST =
      """
      새 다리가 두 마을을 잇다

      [앵커]
      강을 사이에 둔 두 마을이 오늘 하나의 길로 이어졌습니다.
      민들레 기자가 다녀왔습니다.
      [기자]
      다리 길이는 320미터, 걸어서 5분이면 건넙니다.
      [홍길순/마을 주민 : "배를 기다리지 않아도 되니까 정말 좋아요."]
      개통식에는 주민 240명이 모였습니다.
      낭독 뉴스 민들레입니다.
      """;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void anArticleIsHeardWhileItIsMadeAndTheFileIsTheSameAfterwards() throws Exception {
    JsonNode reading = ask(BROADCAST);
    String address = "/api/readings/" + reading.get("id").asString();

    byte[] streamed = get(address + "/audio.mp3").body();
    List<String> events = events(address);
    JsonNode complete = json.readTree(get(address).body());
    HttpResponse<byte[]> file = get(address + "/audio.mp3");

    assertThat(complete.get("state").asString()).isEqualTo("complete");
    assertThat(events.getFirst()).isEqualTo("prepared");
    assertThat(events.getLast()).isEqualTo("complete");
    assertThat(events.stream().filter("clip"::equals).count())
        .isEqualTo(complete.get("progress").get("total").asInt());
    assertThat(file.headers().firstValueAsLong("Content-Length")).hasValue(streamed.length);
    assertThat(file.body()).isEqualTo(streamed);
    float[] heard = Mp3Decoding.decode(streamed);
    assertThat(heard.length / 24).isEqualTo(complete.get("durationMs").asInt());
    for (JsonNode turn : complete.get("turns")) {
      JsonNode first = turn.get("sentences").get(0);
      int start = first.get("startMs").asInt();
      assertThat(Mp3Decoding.level(heard, start, start + first.get("durationMs").asInt()))
          .as(first.get("text").asString())
          .isGreaterThan(-35);
    }
  }

  @Test
  void eachPersonHasAVoiceAndTheReporterKeepsTheirs() throws Exception {
    JsonNode reading = ask(BROADCAST);
    var voices = new java.util.HashMap<String, String>();
    for (JsonNode turn : reading.get("turns")) {
      String voice = turn.get("voice").get("id").asString();
      String before = voices.put(turn.get("person").asString(), voice);
      assertThat(before == null || before.equals(voice)).isTrue();
    }
    assertThat(voices).containsKeys("narrator", "anchor", "민들레", "홍길순");
    assertThat(voices.values()).doesNotHaveDuplicates();
  }

  @Test
  void theSameArticleIsTheSameReading() throws Exception {
    assertThat(ask(BROADCAST).get("id")).isEqualTo(ask(BROADCAST).get("id"));
  }

  @Test
  void wordMarksLieInTheirSentenceAndInOrder() throws Exception {
    JsonNode reading = ask(BROADCAST);
    String address = "/api/readings/" + reading.get("id").asString();
    events(address);
    for (JsonNode turn : json.readTree(get(address).body()).get("turns")) {
      for (JsonNode sentence : turn.get("sentences")) {
        int before = 0;
        assertThat(sentence.get("marks").size()).isPositive();
        for (JsonNode mark : sentence.get("marks")) {
          assertThat(mark.get("start").asInt()).isGreaterThanOrEqualTo(before);
          assertThat(mark.get("end").asInt())
              .isBetween(mark.get("start").asInt(), sentence.get("durationMs").asInt());
          assertThat(mark.get("to").asInt())
              .isBetween(mark.get("from").asInt() + 1, sentence.get("text").asString().length());
          before = mark.get("start").asInt();
        }
      }
    }
  }

  @Test
  void rangesHeadAndConditionsAreAnsweredAsPlayersExpect() throws Exception {
    String address = "/api/readings/" + ask(BROADCAST).get("id").asString();
    events(address);
    String audio = address + "/audio.mp3";
    HttpResponse<byte[]> whole = get(audio);
    String etag = whole.headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> apple = get(audio, "Range", "bytes=0-1");
    assertThat(apple.statusCode()).isEqualTo(206);
    assertThat(apple.headers().firstValue("Content-Range"))
        .contains("bytes 0-1/" + whole.body().length);
    assertThat(apple.body()).isEqualTo(Arrays.copyOf(whole.body(), 2));
    HttpResponse<byte[]> middle = get(audio, "Range", "bytes=5000-20000");
    assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5000, 20_001));
    assertThat(get(audio, "Range", "bytes=99999999-").statusCode()).isEqualTo(416);
    assertThat(get(audio, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(get(audio, "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode())
        .isEqualTo(200);
    HttpResponse<byte[]> head =
        client.send(
            request(audio).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
    assertThat(get(audio + "?download").headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            name ->
                assertThat(name).startsWith("attachment;").contains("filename*=UTF-8''%EC%83%88"));
  }

  @Test
  void clipsAreImmutable() throws Exception {
    String address = "/api/readings/" + ask(BROADCAST).get("id").asString();
    events(address);
    String clip = json.readTree(get(address).body()).at("/turns/0/sentences/0/clip").asString();
    HttpResponse<byte[]> answer = get(clip);
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(c -> assertThat(c).contains("immutable"));
    assertThat(answer.headers().firstValue("Content-Type")).contains("audio/mpeg");
    assertThat(get(clip, "Range", "bytes=-192").body()).hasSize(192);
  }

  @Test
  void aScriptTellsWhoSaysWhatAndWhatIsLeftOut() throws Exception {
    JsonNode script =
        json.readTree(
            post("/api/scripts", "{\"text\":" + json.writeValueAsString(BROADCAST) + "}").body());
    List<String> speakers = new ArrayList<>();
    script.get("turns").forEach(turn -> speakers.add(turn.get("speaker").asString()));
    assertThat(speakers).containsExactly("narrator", "anchor", "report", "interview", "report");
    assertThat(script.at("/turns/3/name").asString()).isEqualTo("홍길순");
    assertThat(script.at("/turns/3/title").asString()).isEqualTo("마을 주민");
    assertThat(script.at("/dropped/0/text").asString()).isEqualTo("[앵커]");
    assertThat(script.get("reading").asString()).isEqualTo("speakers");
    assertThat(script.get("explanation").isNull()).isTrue();
  }

  @Test
  void aScriptTellsWhyWhenAskedAndObeysAWish() throws Exception {
    String text = json.writeValueAsString(BROADCAST);
    JsonNode why =
        json.readTree(post("/api/scripts", "{\"explain\":true,\"text\":" + text + "}").body())
            .get("explanation");
    JsonNode narrated =
        json.readTree(
            post("/api/scripts", "{\"speakers\":\"narrator\",\"text\":" + text + "}").body());

    assertThat(why.at("/hypotheses/0/reading").asString()).isEqualTo("speakers");
    assertThat(why.get("lines").toString()).contains("\"rule\":\"bracket-word\"");
    assertThat(narrated.get("reading").asString()).isEqualTo("plain");
    assertThat(narrated.get("turns").toString()).doesNotContain("anchor");
  }

  @Test
  void aReadingTellsHowSureItIsWhoSpeaksAndWhy() throws Exception {
    JsonNode reading = ask(BROADCAST);
    String address = "/api/readings/" + reading.get("id").asString();
    JsonNode why = json.readTree(get(address + "/explanation").body());
    JsonNode given =
        json.readTree(post("/api/readings", "{\"ssml\":\"<speak>One.</speak>\"}").body());
    String unknown = "/api/readings/" + given.get("id").asString() + "/explanation";

    assertThat(reading.get("confidence").asDouble()).isGreaterThan(0.9);
    assertThat(why.get("confidence")).isEqualTo(reading.get("confidence"));
    assertThat(why.at("/hypotheses/0/signs/clips").asDouble()).isPositive();
    assertThat(why.at("/lines/0").toString())
        .isEqualTo(
            "{\"line\":2,\"text\":\"[앵커]\",\"rule\":\"bracket-word\",\"outcome\":\"anchor\"}");
    assertThat(given.get("confidence").isNull()).isTrue();
    assertThat(json.readTree(get(unknown).body()).get("code").asString())
        .isEqualTo("reading.unexplained");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400|request.missing-parameter",
        "{\"text\":\"  \"}|400|request.bad-value",
        "{\"text\":\"가\",\"url\":\"http://a.b\"}|400|request.bad-value",
        "{\"text\":|400|request.bad-json",
        "{\"text\":\"오늘은 맑습니다.\",\"speed\":0}|400|request.bad-value",
        "{\"text\":\"오늘은 맑습니다.\",\"speakers\":\"all\"}|400|request.bad-value",
        "{\"text\":\"오늘은 맑습니다.\",\"speed\":\"NaN\"}|400|request.bad-value",
        "{\"text\":\"오늘은 맑습니다.\",\"voices\":{\"narrator\":\"../../etc\"}}|400|voice.unknown",
        "{\"url\":\"http://127.0.0.1/\"}|403|page.blocked-address",
        "{\"url\":\"file:///etc/passwd\"}|400|page.scheme",
        "{\"html\":\"<p></p>\"}|422|article.empty",
        "{\"text\":\"これは日本語で書かれた短いニュースの記事です。今日は雨が降りました。\"}|422|voice.no-language"
      })
  void badRequestsAreRefusedWithACodeAndASentence(String body, int status, String code)
      throws Exception {
    HttpResponse<byte[]> answer = post("/api/readings", body);
    JsonNode problem = json.readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("detail").asString()).endsWith(".");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/readings/0000,404,reading.unknown",
    "/api/readings/0000/audio.mp3,404,reading.unknown",
    "/clips/..%2F..%2Fetc%2Fpasswd.mp3,400,",
    "/clips/ABC.mp3,404,audio.unknown",
    "/nowhere,404,request.not-found"
  })
  void unknownAddressesAreAnsweredSo(String path, int status, String code) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    if (code != null) {
      assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }
  }

  @Test
  void aTextThatIsTooLongIsRefused() throws Exception {
    String text = "가나다라. ".repeat(40_000);
    HttpResponse<byte[]> answer =
        post("/api/readings", "{\"text\":" + json.writeValueAsString(text) + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo("request.too-long");
    assertThat(post("/api/readings", "x".repeat(8_100_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void theLibraryForHlsComesFromOurOwnOrigin() throws Exception {
    HttpResponse<byte[]> library = get("/web/lib/hls.light.min.js");
    assertThat(library.statusCode()).isEqualTo(200);
    assertThat(library.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    assertThat(new String(library.body(), StandardCharsets.UTF_8)).contains("isSupported");
  }

  @Test
  void thePageWithoutScriptHoldsTheArticleAsText() throws Exception {
    JsonNode reading = ask("새 표지판 </title><script>alert(1)</script>\n\n마을에 새 표지판 세 개가 섰습니다.\n");
    HttpResponse<byte[]> page = get(reading.get("page").asString());
    String html = new String(page.body(), StandardCharsets.UTF_8);
    assertThat(org.jsoup.Jsoup.parse(html).select("script").eachAttr("src"))
        .containsExactly("/web/upgrade.js");
    assertThat(html)
        .doesNotContain("<script>")
        .contains("마을에 새 표지판 세 개가 섰습니다.")
        .contains("<audio controls");
  }

  @Test
  void thePageWithoutScriptOffersCaptionsAndEveryFileWhenItIsComplete() throws Exception {
    JsonNode reading = ask(BROADCAST);
    events("/api/readings/" + reading.get("id").asString());
    var page =
        org.jsoup.Jsoup.parse(
            new String(get(reading.get("page").asString()).body(), StandardCharsets.UTF_8));
    assertThat(page.select("audio[controls] > track[kind=captions][srclang=ko]")).hasSize(1);
    List<String> files = page.select("a[href^=/api/]").eachAttr("href");
    assertThat(files).hasSizeGreaterThanOrEqualTo(8);
    for (String file : files) {
      HttpResponse<byte[]> answer = get(file);
      boolean withoutFfmpeg = file.matches(".*\\.m4[ab].*") && answer.statusCode() == 400;
      assertThat(answer.statusCode() == 200 || withoutFfmpeg).as(file).isTrue();
    }
  }

  @Test
  void whatOthersLookForAtTheRootIsThere() throws Exception {
    assertThat(get("/favicon.ico").headers().firstValue("Content-Type")).contains("image/x-icon");
    assertThat(get("/sw.js").headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
    JsonNode manifest = json.readTree(get("/manifest.webmanifest").body());
    assertThat(manifest.at("/share_target/action").asString()).isEqualTo("/listen");
    for (JsonNode icon : manifest.get("icons")) {
      assertThat(get(icon.get("src").asString()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void thePageWithoutScriptNamesEverySpeaker() throws Exception {
    HttpResponse<byte[]> page = get(ask(BROADCAST).get("page").asString());
    var document = org.jsoup.Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8));
    assertThat(document.select("h2").eachText()).containsExactly("앵커", "민들레", "홍길순 · 마을 주민", "민들레");
    assertThat(document.select("#s0").text()).isEqualTo("새 다리가 두 마을을 잇다");
  }

  /**
   * English is loaded by its first sentence; what the service says of it holds before and after.
   */
  @Test
  void englishIsSpokenByAServiceThatHasOnlyReadKorean() throws Exception {
    ask(BROADCAST);
    String before = new String(get("/api/status").body(), StandardCharsets.UTF_8);
    assertThat(before).contains("\"ko\"", "\"en\"");

    String address = ask("The ferry came in early. Nobody had expected it.").get("id").asString();
    get("/api/readings/" + address + "/events"); // ends when it is complete

    JsonNode reading = json.readTree(get("/api/readings/" + address).body());
    assertThat(reading.get("state").asString()).isEqualTo("complete");
    for (JsonNode turn : reading.get("turns")) {
      for (JsonNode sentence : turn.get("sentences")) {
        assertThat(sentence.get("state").asString()).as("%s", sentence).isEqualTo("ready");
      }
    }
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(new String(get("/api/status").body(), StandardCharsets.UTF_8)).contains("\"en\"");
  }

  @Test
  void healthSaysWhenTheFirstVoiceCanSpeak() throws Exception {
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    JsonNode voices = json.readTree(get("/api/voices").body()).get("voices");
    assertThat(voices.size()).isGreaterThanOrEqualTo(7);
  }

  private JsonNode ask(String text) throws Exception {
    HttpResponse<byte[]> answer =
        post("/api/readings", "{\"text\":" + json.writeValueAsString(text) + "}");
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(202);
    JsonNode reading = json.readTree(answer.body());
    assertThat(answer.headers().firstValue("Location"))
        .contains("/api/readings/" + reading.get("id").asString());
    return reading;
  }

  /** Reads the events until they end; returns their names. */
  private List<String> events(String address) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(
            request(address + "/events").build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("event: "))
          .map(line -> line.substring("event: ".length()))
          .toList();
    }
  }

  private HttpResponse<byte[]> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }
}
