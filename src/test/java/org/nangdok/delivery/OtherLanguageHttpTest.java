package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.speech.neural.piper.SmallModel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model in another language makes articles in that language readable. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/other-language",
      "nangdok.sample=false"
    })
class OtherLanguageHttpTest {

  private static final String GERMAN =
      "Am Dienstag kamen 120 Menschen in den Park am Fluss. Sie haben dort mit der Stadt"
          + " Bäume gepflanzt, und das waren 15 % mehr als im letzten Jahr.";

  @TempDir private static Path voices;

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @DynamicPropertySource
  static void model(DynamicPropertyRegistry properties) throws IOException {
    SmallModel.write(voices, "de_DE-anna-low", 1, "de", "de_DE");
    properties.add("nangdok.voices", voices::toString);
  }

  @Test
  void aGermanArticleIsReadByTheGermanVoice() throws Exception {
    JsonNode reading = post("/api/readings", 202, GERMAN);

    assertThat(reading.get("language").asString()).isEqualTo("de");
    String id = reading.get("id").asString();
    byte[] mp3 =
        client
            .send(
                HttpRequest.newBuilder(uri("/api/readings/" + id + "/audio.mp3")).build(),
                HttpResponse.BodyHandlers.ofByteArray())
            .body();
    assertThat(Mp3Decoding.decode(mp3).length / 24).isGreaterThan(2_000);
    JsonNode turn = json.readTree(get("/api/readings/" + id)).get("turns").get(0);
    assertThat(turn.get("voice").get("id").asString()).isEqualTo("de-de-anna-low");
    assertThat(turn.get("sentences"))
        .hasSize(2)
        .allSatisfy(
            sentence -> {
              assertThat(sentence.get("durationMs").asLong()).isPositive();
              assertThat(sentence.get("marks")).isNotEmpty();
            });
  }

  @Test
  void itsWrittenFormsAreExplained() throws Exception {
    JsonNode explained =
        json.readTree(
            send("/api/pronunciations", "{\"text\": \"15 % mehr\", \"language\": \"de\"}").body());

    assertThat(explained.get("spoken").asString()).isEqualTo("fünfzehn Prozent mehr");
  }

  @Test
  void whatIsSpokenIsToldInEveryLanguage() throws Exception {
    Map<String, List<String>> spoken =
        Map.of(
            "de", List.of("Das kostet 2,50 €.", "Das kostet zwei Komma fünf null Euro"),
            "fr", List.of("Il a 21 ans, +3 %.", "Il a vingt-et-un ans plus trois pour cent"),
            "ja", List.of("今日は晴れです。", "今日は晴れです"),
            "es", List.of("Son 16 personas.", "Son dieciséis personas"),
            "pt-BR", List.of("São 16 pessoas.", "São dezesseis pessoas"));
    for (Map.Entry<String, List<String>> one : spoken.entrySet()) {
      JsonNode explained = pronounced(one.getValue().getFirst(), one.getKey());

      assertThat(explained.get("spoken").asString().replace(" ", ""))
          .isEqualTo(one.getValue().get(1).replace(" ", ""));
      assertThat(explained.get("note").asString()).contains("the voice decides");
      assertThat(explained.get("words"))
          .allSatisfy(
              word ->
                  assertThat(explained.get("spoken").asString())
                      .contains(word.get("spoken").asString()));
    }
  }

  @Test
  void koreanLeavesNothingToTheVoice() throws Exception {
    assertThat(pronounced("국물", "ko").get("note").asString()).isEmpty();
  }

  @Test
  void anUnknownLanguageIsRefused() throws Exception {
    HttpResponse<String> refused =
        send("/api/pronunciations", "{\"text\": \"abc\", \"language\": \"qqx\"}");

    assertThat(refused.statusCode()).isBetween(400, 499);
    assertThat(json.readTree(refused.body()).get("code").asString()).isEqualTo("language.unknown");
    assertThat(json.readTree(refused.body()).get("detail").asString()).contains("such as ko");
  }

  private JsonNode pronounced(String text, String language) throws Exception {
    String body = json.writeValueAsString(Map.of("text", text, "language", language));
    return json.readTree(send("/api/pronunciations", body).body());
  }

  @Test
  void aLanguageWithoutAVoiceSaysWhichPacksSpeakIt() throws Exception {
    JsonNode problem =
        post(
            "/api/readings",
            422,
            "Mardi, les habitants de la ville sont venus dans le parc et ils ont planté des arbres"
                + " avec les enfants de l'école.");

    assertThat(problem.get("code").asString()).isEqualTo("voice.no-language");
    assertThat(problem.get("detail").asString())
        .contains("\"fr\"", "These packs would speak it: piper-fr-siwis, supertonic-3");
  }

  private JsonNode post(String path, int status, String text) throws Exception {
    HttpResponse<String> answer = send(path, json.writeValueAsString(Map.of("text", text)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> send(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String get(String path) throws Exception {
    return client
        .send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
