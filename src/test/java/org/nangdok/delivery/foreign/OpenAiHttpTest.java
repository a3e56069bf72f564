package org.nangdok.delivery.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's interface as its clients see it: errors, lists, languages, names. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/http", "nangdok.sample=false"})
class OpenAiHttpTest {

  private static final String GERMAN =
      "Am Dienstag kamen viele Menschen in den Park am Fluss. Sie haben dort mit der Stadt"
          + " Bäume gepflanzt, und das waren mehr als im letzten Jahr.";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "{} | 400 | request.missing-parameter | input",
        "{\"input\": \"a\", \"voice\": 3} | 400 | request.bad-voice | voice",
        "{\"input\": \"a\", \"voice\": \"nobody\"} | 400 | voice.unknown | voice",
        "{\"input\": \"a\", \"speed\": 9} | 400 | request.bad-speed | speed",
        "{\"input\": \"a\", \"speed\": 0.1} | 400 | request.bad-speed | speed",
        "{\"input\": \"a\", \"response_format\": \"midi\"} | 400 | request.format | response_format",
        "{\"input\": \"a\", \"stream_format\": \"ws\"} | 400 | request.stream | stream_format",
        "{\"input\": \"a\", \"stream_format\": \"sse\", \"response_format\": \"flac\"} | 400 | request.stream | stream_format",
        "{\"input\": \"?!\"} | 422 | reading.nothing-to-say | input",
        "{\"input\": | 400 | request.bad-json | -"
      })
  void whatIsWrongIsToldInOpenAisForm(String body, int status, String code, String param)
      throws Exception {
    HttpResponse<byte[]> answer = speech(body);

    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/json");
    JsonNode error = json.readTree(answer.body()).get("error");
    assertThat(error.get("code").asString()).isEqualTo(code);
    assertThat(error.get("type").asString()).isEqualTo("invalid_request_error");
    assertThat(error.get("message").asString()).endsWith(".");
    assertThat(error.get("param").isNull() ? null : error.get("param").asString()).isEqualTo(param);
  }

  /** Whoever refuses it: no handler, its method, its media type, its size, its key. */
  @ParameterizedTest
  @CsvSource({
    "GET, /v1/chat/completions, 404, unknown_url",
    "GET, /v1/audio/speech, 405, request.method",
    "GET, /v1/models/gpt-9, 404, model_not_found",
    "DELETE, /v1/models, 405, request.method"
  })
  void everyRefusalUnderItsAddressHasThatForm(String method, String path, int status, String code)
      throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            request(path).method(method, HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(json.readTree(answer.body()).at("/error/code").asString()).isEqualTo(code);
  }

  @Test
  void tooLargeARequestIsToldSo() throws Exception {
    HttpResponse<byte[]> answer = speech("{\"input\": \"" + "x".repeat(8_100_000) + "\"}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json.readTree(answer.body()).at("/error/code").asString())
        .isEqualTo("request.too-large");
  }

  @Test
  void aWrongKeyOfOursIsToldAsOpenAiTellsIt() throws Exception {
    HttpResponse<byte[]> answer =
        client.send(
            request("/v1/models").header("Authorization", "Bearer nk_wrong").build(),
            HttpResponse.BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json.readTree(answer.body()).at("/error/code").asString())
        .isEqualTo("invalid_api_key");
  }

  @Test
  void aModelIsFoundByItsName() throws Exception {
    JsonNode model = json.readTree(get("/v1/models/tts-1").body());

    assertThat(model.get("id").asString()).isEqualTo("tts-1");
    assertThat(model.get("object").asString()).isEqualTo("model");
  }

  /** Open WebUI reads `models`. */
  @Test
  void modelsOfSpeechAreListed() throws Exception {
    assertThat(json.readTree(get("/v1/audio/models").body()).get("models"))
        .anySatisfy(model -> assertThat(model.get("id").asString()).isEqualTo("tts-1-hd"));
  }

  @ParameterizedTest
  @CsvSource({
    "af_heart, en",
    "am_adam, en",
    "en_US-lessac-medium, en",
    "de_DE-thorsten-high, en",
    "Joanna, en",
    "cmu-slt-hsmm, en",
    "af_heart, ko",
    "en_GB-alan-low, ko",
    "Seoyeon, ko",
    "EN-SLT, en"
  })
  void namesOfOtherServicesSpeakTheTextsLanguage(String name, String language) throws Exception {
    String text = language.equals("ko") ? "나무를 심었습니다." : "The doors are closed again.";
    HttpResponse<byte[]> answer = speech(body(text, name));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Nangdok-Voice").orElse(""))
        .startsWith(language + "-");
  }

  /** The same refusal as of {@code POST /api/readings}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        GERMAN,
        "Mardi, les habitants de la ville sont venus dans le parc et ils ont planté des arbres avec"
            + " les enfants de l'école.",
        "今日は公園に木を植えました。市民が百人集まりました。"
      })
  void aLanguageWithoutAVoiceIsRefusedAsEverywhere(String text) throws Exception {
    HttpResponse<byte[]> main =
        post("/api/readings", json.writeValueAsString(Map.of("text", text)));
    HttpResponse<byte[]> answer = speech(body(text, "alloy"));
    HttpResponse<byte[]> named = speech(body(text, "en-slt"));

    assertThat(answer.statusCode()).isEqualTo(main.statusCode()).isEqualTo(422);
    JsonNode error = json.readTree(answer.body()).get("error");
    assertThat(error.get("code").asString()).isEqualTo("voice.no-language");
    assertThat(error.get("message").asString())
        .isEqualTo(json.readTree(main.body()).get("detail").asString());
    assertThat(json.readTree(named.body()).at("/error/code").asString())
        .isEqualTo("voice.other-language");
  }

  @Test
  void aLanguageThatTheClientNamesHolds() throws Exception {
    HttpResponse<byte[]> answer =
        speech("{\"input\": \"12345\", \"voice\": \"alloy\", \"language\": \"en_US\"}");

    assertThat(answer.headers().firstValue("X-Nangdok-Voice").orElse("")).startsWith("en-");
  }

  @Test
  void instructionsAreToldAsNotFollowed() throws Exception {
    HttpResponse<byte[]> answer =
        speech("{\"input\": \"The doors are closed.\", \"instructions\": \"Whisper.\"}");

    assertThat(answer.headers().allValues("X-Nangdok-Unfollowed")).contains("instructions");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 1.6, 2.4", "2, 0.4, 0.65"})
  void speedsAreHeard(double speed, double least, double most) throws Exception {
    String text = "Two hundred people came to the river on Sunday morning to plant young trees.";
    int usual = speech(body(text, "en-slt")).body().length;
    HttpResponse<byte[]> other =
        speech(json.writeValueAsString(Map.of("input", text, "voice", "en-slt", "speed", speed)));

    assertThat(other.body().length / (double) usual).isBetween(least, most);
  }

  private String body(String text, String voice) {
    return json.writeValueAsString(Map.of("model", "tts-1", "input", text, "voice", voice));
  }

  private HttpResponse<byte[]> speech(String body) throws IOException, InterruptedException {
    return post("/v1/audio/speech", body);
  }

  private HttpResponse<byte[]> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
