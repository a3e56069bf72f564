package org.nangdok.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.TestData;
import org.nangdok.key.AdministratorKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=${test.data:target/test-data}/packs-http", "nangdok.sample=false"})
class PackHttpTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  @TempDir private static Path voices;

  @DynamicPropertySource
  static void offer(DynamicPropertyRegistry properties) throws IOException {
    Files.createDirectories(voices.resolve("packs"));
    Files.writeString(
        voices.resolve("packs/small.yaml"),
        """
        name: small
        engine: piper
        title: Small Pack
        languages: [en]
        licence: OpenRAIL-M
        terms: Do no harm.
        source: a server
        base: %s/
        licence-file: LICENSE
        files: [{path: LICENSE}, {path: settings.json}]
        speakers: [{id: a, engineVoice: A, name: Anna}]
        """
            .formatted(SERVER.baseUrl()));
    properties.add("nangdok.voices", voices::toString);
  }

  private static final Path DATA = TestData.of("packs-http");

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void everybodySeesWhatCanBeInstalledHowLargeAndUnderWhichLicence() throws Exception {
    JsonNode packs = json.readTree(send("GET", "/api/voices/packs", "", false).body()).get("packs");

    JsonNode found =
        java.util.stream.StreamSupport.stream(packs.spliterator(), false)
            .filter(pack -> pack.get("name").asString().equals("supertonic-3"))
            .findFirst()
            .orElseThrow();
    assertThat(found.get("state").asString()).isEqualTo("offered");
    assertThat(found.get("licence").asString()).isEqualTo("OpenRAIL-M");
    assertThat(found.get("terms").asString()).contains("not for the uses that the licence forbids");
    assertThat(found.get("bytes").asLong()).isGreaterThan(200_000_000);
    assertThat(found.get("files").get(0).get("sha256").isNull()).isTrue();
    assertThat(found.get("files").get(1).get("path").asString()).isEqualTo("tts.json");
    assertThat(found.get("files").get(1).get("sha256").asString()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/voices/supertonic-3, {}, 422, voice.pack-licence",
    "POST, /api/voices/none, {}, 404, voice.pack-unknown",
    "GET, /api/voices/none, '', 404, voice.pack-unknown",
    "DELETE, /api/voices/supertonic-3, '', 404, voice.pack-absent"
  })
  void refusalsSayWhy(String method, String path, String body, int status, String code)
      throws Exception {
    HttpResponse<String> answer = send(method, path, body, true);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, '', '{\"acceptLicence\": true}'",
    "DELETE, '', ''",
    "GET, /licence, ''",
    "HEAD, /licence, ''"
  })
  void strangersInstallRemoveAndDownloadNothing(String method, String below, String body)
      throws Exception {
    assertThat(send(method, "/api/voices/supertonic-3" + below, body, false).statusCode())
        .isEqualTo(401);
  }

  @Test
  void anAdministratorReadsTheLicenceAcceptsThatTextAndGetsThePack() throws Exception {
    SERVER.stubFor(get("/LICENSE").willReturn(aResponse().withBody("1. Do no harm.")));
    SERVER.stubFor(get("/settings.json").willReturn(aResponse().withBody("{\"rate\": 1}")));

    JsonNode licence = json.readTree(send("GET", "/api/voices/small/licence", "", true).body());

    assertThat(licence.get("text").asString()).isEqualTo("1. Do no harm.");
    assertThat(licence.get("terms").asString()).isEqualTo("Do no harm.");
    String hash = licence.get("sha256").asString();
    assertThat(hash).hasSize(64);
    SERVER.verify(0, getRequestedFor(urlEqualTo("/settings.json")));

    install("0".repeat(64));
    assertThat(awaited().get("code").asString()).isEqualTo("voice.pack-licence");
    install(hash);
    assertThat(awaited().get("state").asString()).isEqualTo("installed");
    assertThat(DATA.resolve("packs/small/settings.json")).hasContent("{\"rate\": 1}");
    assertThat(send("DELETE", "/api/voices/small", "", true).statusCode()).isEqualTo(204);
  }

  private void install(String licence) throws Exception {
    String body = "{\"acceptLicence\": true, \"licenceSha256\": \"" + licence + "\"}";
    assertThat(send("POST", "/api/voices/small", body, true).statusCode()).isEqualTo(202);
  }

  private JsonNode awaited() {
    return Awaitility.await()
        .until(
            () -> json.readTree(send("GET", "/api/voices/small", "", false).body()),
            pack -> !pack.get("state").asString().equals("installing"));
  }

  private HttpResponse<String> send(String method, String path, String body, boolean administrator)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (administrator) {
      request.header("Authorization", AdministratorKeys.bearer(DATA));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
