package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.audio.Mp3Decoding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents in SSML at every door that takes them; rows 71-76 of the abuse table. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class SsmlHttpTest {

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aReadingFollowsVoicesPausesAndSubstitutions() throws Exception {
    JsonNode reading =
        read(
            """
            <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="ko">
              <p>등대지기가 말했습니다.</p><break time="2s"/>
              <p><voice gender="male">오늘은 <sub alias="바람">風</sub>이 셉니다.</voice></p>
              <p><voice gender="female">내일은 잠잠합니다.</voice></p>
            </speak>
            """);
    List<String> voices = new ArrayList<>();
    List<String> spoken = new ArrayList<>();
    for (JsonNode turn : reading.get("turns")) {
      voices.add(turn.get("person").asString());
      turn.get("sentences").forEach(sentence -> spoken.add(sentence.get("text").asString()));
    }
    assertThat(voices).containsExactly("narrator", "voice:male", "voice:female");
    assertThat(spoken).containsExactly("등대지기가 말했습니다.", "오늘은 風이 셉니다.", "내일은 잠잠합니다.");
    assertThat(reading.get("warnings").size()).isZero();

    String address = "/api/readings/" + reading.get("id").asString();
    byte[] mp3 = get(address + "/audio.mp3").body();
    JsonNode done = json.readTree(get(address).body());
    JsonNode first = done.get("turns").get(0).get("sentences").get(0);
    int end = first.get("startMs").asInt() + first.get("durationMs").asInt();
    int next = done.get("turns").get(1).get("sentences").get(0).get("startMs").asInt();
    assertThat(next - end).isBetween(1_700, 2_100);
    float[] heard = Mp3Decoding.decode(mp3);
    assertThat(Mp3Decoding.level(heard, end + 200, next - 200)).isLessThan(-60);
  }

  @Test
  void prosodyIsHeard() throws Exception {
    double plain = millis("<p>The harbour is open again.</p>");
    double slow = millis("<p><prosody rate=\"60%\">The harbour is open again.</prosody></p>");
    assertThat(slow / plain).isBetween(1.3, 2.0);

    double loud = level("<p>문이 열렸습니다.</p>");
    double soft = level("<p><prosody volume=\"-12dB\">문이 열렸습니다.</prosody></p>");
    assertThat(loud - soft).isBetween(10.0, 14.0);
  }

  @Test
  void whatIsNotFollowedIsListed() throws Exception {
    JsonNode reading =
        read(
            "<speak xml:lang=\"en\"><prosody pitch=\"+3st\" contour=\"(0%,+20Hz)\">One <mark"
                + " name=\"m\"/>door.</prosody> <voice name=\"nobody\">Two doors.</voice>"
                + " <phoneme ph=\"hɑɹbɚ\">Harbour</phoneme>.</speak>");
    String warnings = reading.get("warnings").toString();
    assertThat(warnings)
        .contains("prosody contour", "no voice named nobody", "phoneme", "mark")
        .doesNotContain("prosody pitch");
  }

  @Test
  void aLanguageThatNobodySpeaksIsReadAsTheRestAndListed() throws Exception {
    JsonNode reading =
        read(
            "<speak xml:lang=\"ko\">안녕하세요. <lang xml:lang=\"fr\">Bonjour tout le monde.</lang>"
                + " 끝.</speak>");
    get("/api/readings/" + reading.get("id").asString() + "/events"); // ends when it is complete

    assertThat(reading.get("warnings").toString()).contains("no voice speaks fr here");
    JsonNode now = json.readTree(get("/api/readings/" + reading.get("id").asString()).body());
    assertThat(now.at("/progress/skipped").asInt()).isZero();
  }

  @Test
  void scriptsAndArticlesHaveTheWordsAsWritten() throws Exception {
    String body =
        json.writeValueAsString(
            Map.of("ssml", "<speak xml:lang=\"en\"><p>One. <s>Two.</s></p><p>Three.</p></speak>"));
    JsonNode script = json.readTree(post("/api/scripts", body).body());
    assertThat(script.get("turns").get(0).get("speaker").asString()).isEqualTo("narrator");
    JsonNode article = json.readTree(post("/api/articles", body).body());
    assertThat(article.get("paragraphs").get(0).get("text").asString()).isEqualTo("One. Two.");
    assertThat(article.get("paragraphs").get(1).get("text").asString()).isEqualTo("Three.");
  }

  @Test
  void ourOwnExportIsReadWithTheSameWordsAndVoices() throws Exception {
    String article = "[앵커]\n다리가 열렸습니다.\n[기자]\n길이는 320미터입니다.\n[홍길순/주민 : \"정말 좋아요.\"]\n";
    JsonNode reading =
        json.readTree(
            post("/api/readings", json.writeValueAsString(Map.of("text", article))).body());
    String address = "/api/readings/" + reading.get("id").asString();
    get(address + "/audio.mp3");
    String ssml = new String(get(address + "/transcript.ssml").body(), StandardCharsets.UTF_8);
    JsonNode again = read(ssml);
    assertThat(sentences(again)).isEqualTo(sentences(json.readTree(get(address).body())));
    assertThat(again.get("warnings").size()).isZero();
  }

  @Test
  void otherServicesDoorsTakeSsml() throws Exception {
    String ssml = "<speak xml:lang=\"en\">One<mark name=\"here\"/> house.</speak>";
    String openAi = json.writeValueAsString(Map.of("input", ssml, "voice", "alloy"));
    HttpResponse<byte[]> spoken = post("/v1/audio/speech", openAi);
    assertThat(spoken.statusCode()).isEqualTo(200);
    assertThat(Mp3Decoding.decode(spoken.body()).length).isBetween(12_000, 48_000);

    String polly =
        json.writeValueAsString(
            Map.of(
                "Text",
                ssml,
                "TextType",
                "ssml",
                "VoiceId",
                "Joanna",
                "OutputFormat",
                "json",
                "SpeechMarkTypes",
                List.of("word", "ssml")));
    String marks = new String(post("/v1/speech", polly).body(), StandardCharsets.UTF_8);
    assertThat(marks).contains("\"value\":\"here\"").contains("\"value\":\"house\"");

    HttpResponse<byte[]> mary =
        get(
            "/process?INPUT_TYPE=SSML&OUTPUT_TYPE=AUDIO&LOCALE=en_US&AUDIO=WAVE_FILE&INPUT_TEXT="
                + java.net.URLEncoder.encode(ssml, StandardCharsets.UTF_8));
    assertThat(new String(mary.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    String said =
        json.writeValueAsString(
            Map.of("input", "<speak>a <voice age=\"5\">b</voice></speak>", "voice", "alloy"));
    assertThat(post("/v1/audio/speech", said).headers().firstValue("X-Nangdok-Unfollowed"))
        .hasValue("voice age");
  }

  /** Rows 71 to 76. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE speak [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><speak>&x;</speak>",
        "<!DOCTYPE speak SYSTEM \"http://127.0.0.1/x.dtd\"><speak>a</speak>",
        "<!DOCTYPE speak [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><speak>&b;</speak>",
        "<speak><audio src=\"file:///etc/hostname\"/></speak>",
        "<speak><break time=\"9999s\"/></speak>",
        "<speak><prosody rate=\"1000%\">a</prosody></speak>"
      })
  void hostileDocumentsAreRefusedAtEveryDoor(String ssml) throws Exception {
    String body = json.writeValueAsString(Map.of("ssml", ssml));
    String input = json.writeValueAsString(Map.of("input", ssml, "voice", "alloy"));
    String polly =
        json.writeValueAsString(Map.of("Text", ssml, "TextType", "ssml", "OutputFormat", "mp3"));
    List<HttpResponse<byte[]>> answers = new ArrayList<>();
    answers.add(post("/api/readings", body));
    answers.add(post("/api/scripts", body));
    answers.add(post("/v1/speech", polly));
    if (ssml.startsWith("<speak")) {
      answers.add(post("/v1/audio/speech", input));
    }
    for (HttpResponse<byte[]> answer : answers) {
      assertThat(answer.statusCode()).isEqualTo(400);
      JsonNode problem = json.readTree(answer.body());
      JsonNode inItsForm = problem.path("error"); // OpenAI's clients read it there
      assertThat((inItsForm.isObject() ? inItsForm : problem).get("code").asString())
          .isEqualTo("script.bad-ssml");
    }
  }

  private static List<String> sentences(JsonNode reading) {
    List<String> sentences = new ArrayList<>();
    for (JsonNode turn : reading.get("turns")) {
      for (JsonNode sentence : turn.get("sentences")) {
        sentences.add(
            turn.get("voice").get("id").asString() + " " + sentence.get("text").asString());
      }
    }
    return sentences;
  }

  private double millis(String inside) throws Exception {
    JsonNode reading = read("<speak xml:lang=\"en\">" + inside + "</speak>");
    String address = "/api/readings/" + reading.get("id").asString();
    return Mp3Decoding.decode(get(address + "/audio.mp3").body()).length / 24.0;
  }

  private double level(String inside) throws Exception {
    JsonNode reading = read("<speak xml:lang=\"ko\">" + inside + "</speak>");
    String address = "/api/readings/" + reading.get("id").asString();
    float[] heard = Mp3Decoding.decode(get(address + "/audio.mp3").body());
    return Mp3Decoding.level(heard, 0, heard.length / 24);
  }

  private JsonNode read(String ssml) throws Exception {
    HttpResponse<byte[]> answer =
        post("/api/readings", json.writeValueAsString(Map.of("ssml", ssml)));
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(202);
    return json.readTree(answer.body());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, String body) throws Exception {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
