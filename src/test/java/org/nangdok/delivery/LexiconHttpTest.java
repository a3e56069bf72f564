package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lexicons of sites and corrections, over HTTP. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/lexicons", "nangdok.sample=false"})
class LexiconHttpTest {

  private static final Path DATA = TestData.of("lexicons");
  private static final String TSV = "text/tab-separated-values";
  private static final String JSON = "application/json";

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aSitesWordsCountAtOnceAndForThatSiteOnly() throws Exception {
    var kept = administer("PUT", "/api/lexicons/SBS", TSV, "물건\t\t물껀\nNDKX\t낭독\n");
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(json.readTree(kept.body()).get("words").asInt()).isEqualTo(2);

    String asked = "{\"text\":\"물건은 NDKX\",\"site\":\"%s\"}";
    JsonNode there = explain(asked.formatted("SBS"));
    assertThat(there.get("spoken").asString()).isEqualTo("물껀은 낭독");
    assertThat(there.get("words").get(1).get("form").asString()).isEqualTo("user's lexicon");
    assertThat(explain(asked.formatted("KBS")).get("pronounced").asString()).startsWith("물거는");

    assertThat(send("GET", "/api/lexicons/sbs", JSON, "").body()).startsWith("물건\t\t물껀");
    assertThat(administer("DELETE", "/api/lexicons/SBS", JSON, "").statusCode()).isEqualTo(204);
    assertThat(send("GET", "/api/lexicons/SBS", JSON, "").statusCode()).isEqualTo(404);
    assertThat(explain(asked.formatted("SBS")).get("pronounced").asString()).startsWith("물거는");
  }

  @Test
  void aWordForEverySiteChangesTheNextReading() throws Exception {
    String article = "{\"text\":\"꽃차반이 문을 열었습니다.\"}";
    String before = awaitReading(article);
    var added =
        administer("POST", "/api/lexicons/all", JSON, "{\"written\":\"꽃차반\",\"sounds\":\"꼳짜반\"}");
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(awaitReading(article)).isNotEqualTo(before);

    administer("DELETE", "/api/lexicons/all", JSON, "");
    assertThat(awaitReading(article)).isEqualTo(before);
  }

  @Test
  void plsIsKeptAsItIsAndTakesOneMoreWord() throws Exception {
    String pls =
        "<?xml version=\"1.0\"?>\n<lexicon version=\"1.0\""
            + " xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\" alphabet=\"ipa\""
            + " xml:lang=\"ko\">\n<lexeme><grapheme>NDKY</grapheme><phoneme>naŋ tok</phoneme>"
            + "</lexeme>\n</lexicon>\n";
    assertThat(administer("PUT", "/api/lexicons/mbc", "application/pls+xml", pls).statusCode())
        .isEqualTo(200);
    administer("POST", "/api/lexicons/mbc", JSON, "{\"written\":\"R&B\",\"alias\":\"알앤비\"}");

    assertThat(send("GET", "/api/lexicons/mbc", JSON, "").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/pls+xml"));
    JsonNode answer = explain("{\"text\":\"NDKY와 R&B\",\"language\":\"ko\",\"site\":\"mbc\"}");
    assertThat(answer.get("spoken").asString()).isEqualTo("낭독과 알앤비");
    assertThat(json.readTree(send("GET", "/api/lexicons", JSON, "").body()).toString())
        .contains("\"mbc\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/tab-separated-values|가\\t나\\nA|422|bad.tsv:2",
        "text/tab-separated-values|가\\t☂|422|bad.tsv:1",
        "application/pls+xml|<lexicon/>|422|bad.pls:1",
        "application/pls+xml|<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>|422|bad.pls",
        "text/tab-separated-values; charset=utf-8|가\\t나|200|bad",
      })
  void aBadLineIsNamed(String type, String body, int status, String said) throws Exception {
    var answer =
        administer(
            "PUT", "/api/lexicons/bad", type, body.replace("\\t", "\t").replace("\\n", "\n"));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(said);
  }

  @Test
  void onlyAnAdministratorChangesLexicons() throws Exception {
    for (String method : new String[] {"PUT", "POST", "DELETE"}) {
      assertThat(send(method, "/api/lexicons/kbs", JSON, "{}").statusCode()).isEqualTo(401);
    }
    assertThat(administer("PUT", "/api/lexicons/..%2f..%2fx", TSV, "가\t나").statusCode())
        .isBetween(400, 499);
    assertThat(administer("PUT", "/api/lexicons/a:b", TSV, "가\t나").statusCode()).isEqualTo(422);
  }

  @Test
  void aCorrectionIsReadAndHeardThisOnce() throws Exception {
    String body =
        "{\"text\":\"NDKZ입니다\",\"language\":\"ko\",\"corrections\":[{\"written\":\"NDKZ\","
            + "\"sounds\":\"낭독\"}]}";
    assertThat(explain(body).get("pronounced").asString()).isEqualTo("낭도김니다");
    assertThat(explain("{\"text\":\"NDKZ\",\"language\":\"ko\"}").get("spoken").asString())
        .doesNotContain("낭독");

    var sample =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () -> send("POST", "/api/pronunciations/sample", JSON, body),
                answer -> answer.statusCode() != 503);
    assertThat(sample.statusCode()).isEqualTo(200);
    String clip = json.readTree(sample.body()).get("clip").asString();
    assertThat(send("GET", clip, JSON, "").headers().firstValue("Content-Type"))
        .hasValue("audio/mpeg");
  }

  @Test
  void instructionsAreFollowedAsSsmlMeansThem() throws Exception {
    JsonNode answer =
        explain(
            "{\"text\":\"코드는 119이다\",\"instructions\":[{\"start\":0,\"end\":2,\"kind\":\"sub\","
                + "\"value\":\"암호\"},{\"start\":4,\"end\":7,\"kind\":\"say-as\","
                + "\"value\":\"cardinal\"}]}");
    assertThat(answer.get("spoken").asString()).isEqualTo("암호는 백십구이다");
    assertThat(
            send(
                    "POST",
                    "/api/pronunciations",
                    JSON,
                    "{\"text\":\"가\",\"instructions\":[{\"start\":0,\"end\":9,\"kind\":\"sub\"}]}")
                .statusCode())
        .isEqualTo(400);
  }

  private String awaitReading(String body) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              var answer = send("POST", "/api/readings", JSON, body);
              return answer.statusCode() == 202
                  ? json.readTree(answer.body()).get("id").asString()
                  : "";
            },
            id -> !id.isEmpty());
  }

  private JsonNode explain(String body) throws Exception {
    var answer = send("POST", "/api/pronunciations", JSON, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> administer(String method, String path, String type, String body)
      throws Exception {
    return client.send(
        request(method, path, type, body)
            .header("Authorization", AdministratorKeys.bearer(DATA))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, String path, String type, String body)
      throws Exception {
    return client.send(
        request(method, path, type, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path, String type, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", type)
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }
}
