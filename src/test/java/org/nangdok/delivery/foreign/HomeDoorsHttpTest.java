package org.nangdok.delivery.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speech servers of homes, as their clients ask them: Piper, Coqui, Mimic 3, OpenVoiceOS. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class HomeDoorsHttpTest {

  private static final String ENGLISH = "The doors are closed. All trains wait.";
  private static final String KOREAN = "나무를 심었습니다.";
  private static final String JAPANESE = "今日は公園に木を植えました。市民が百人集まりました。";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/tts?text=",
        "/api/tts?speaker_id=en-slt&language_id=en&text=",
        "/api/tts?voice=en_US-lessac-medium&text=",
        "/synthesize/",
        "/v2/synthesize?lang=en-us&voice=default&utterance=",
        "/v2/synthesize?voice=en-slt&utterance="
      })
  void aTextInTheAddressIsAWave(String address) throws Exception {
    HttpResponse<byte[]> answer = get(address + escaped(ENGLISH));

    assertWave(answer);
    assertThat(answer.headers().firstValue("X-Nangdok-Voice").orElse("")).startsWith("en-");
  }

  @ParameterizedTest
  @CsvSource({"/api/tts?text=", "/synthesize/", "/v2/synthesize?utterance="})
  void aKoreanTextIsReadInKorean(String address) throws Exception {
    HttpResponse<byte[]> answer = get(address + escaped(KOREAN));

    assertWave(answer);
    assertThat(answer.headers().firstValue("X-Nangdok-Voice").orElse("")).startsWith("ko-");
  }

  /** The same refusal at every door. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/tts?text=@ | 422 | voice.no-language",
        "/api/tts?voice=en-slt&text=@ | 400 | voice.other-language",
        "/api/tts?voice=nobody&text=a | 400 | voice.unknown",
        "/api/tts | 400 | request.missing-parameter",
        "/api/tts?lengthScale=9&text=a | 400 | request.bad-speed",
        "/api/tts?lengthScale=x&text=a | 400 | request.bad-speed",
        "/synthesize/@ | 422 | voice.no-language",
        "/v2/synthesize?utterance=@ | 422 | voice.no-language",
        "/v2/synthesize | 400 | request.missing-parameter",
        "/process?INPUT_TEXT=@ | 422 | voice.no-language",
        "/process?VOICE=en-slt&INPUT_TEXT=@ | 400 | voice.other-language"
      })
  void everyDoorRefusesAsTheMainOne(String address, int status, String code) throws Exception {
    HttpResponse<byte[]> answer = get(address.replace("@", escaped(JAPANESE)));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
  }

  @Test
  void piperTakesTextsAtItsOwnAddress() throws Exception {
    assertWave(post("/", "application/json", "{\"text\": \"" + ENGLISH + "\"}"));
    HttpResponse<byte[]> refused =
        post("/", "application/json", "{\"text\": \"" + JAPANESE + "\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
  }

  @Test
  void mimicTakesTheTextAsBodyAndCoquiAsForm() throws Exception {
    HttpResponse<byte[]> body = post("/api/tts?voice=en-slt", "text/plain", ENGLISH);
    HttpResponse<byte[]> form =
        post(
            "/api/tts",
            "application/x-www-form-urlencoded",
            "speaker_id=en-slt&text=" + escaped(ENGLISH));

    assertWave(body);
    assertThat(form.body()).isEqualTo(body.body());
  }

  @Test
  void aLengthScaleIsHeard() throws Exception {
    int usual = get("/api/tts?voice=en-slt&text=" + escaped(ENGLISH)).body().length;
    int slow = get("/api/tts?lengthScale=1.5&voice=en-slt&text=" + escaped(ENGLISH)).body().length;

    assertThat(slow / (double) usual).isBetween(1.2, 1.6);
  }

  @Test
  void openVoiceOsReadsWhoSpeaks() throws Exception {
    JsonNode status = json.readTree(get("/status").body());

    assertThat(status.get("status").asString()).isEqualTo("ok");
    assertThat(status.get("langs")).isNotEmpty();
    assertThat(status.get("voices")).hasSizeGreaterThan(10);
  }

  private static void assertWave(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode())
        .as(
            new String(
                answer.body(), 0, Math.min(500, answer.body().length), StandardCharsets.UTF_8))
        .isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("audio/wav");
    assertThat(new String(answer.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
