package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.key.AdministratorKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"nangdok.data=target/test-data/http", "nangdok.sample=false"})
class PackHttpTest {

  private static final Path DATA = Path.of("target/test-data/http");

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
  @CsvSource({"POST, '{\"acceptLicence\": true}'", "DELETE, ''"})
  void strangersInstallAndRemoveNothing(String method, String body) throws Exception {
    assertThat(send(method, "/api/voices/supertonic-3", body, false).statusCode()).isEqualTo(401);
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
