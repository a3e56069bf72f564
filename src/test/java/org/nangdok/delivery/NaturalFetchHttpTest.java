package org.nangdok.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that may fetch: it is up at once, and the pack comes beside. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.sample=false",
      "nangdok.natural.fetch=true",
      "nangdok.data=${test.data:target/test-data}/natural-fetch"
    })
class NaturalFetchHttpTest {

  private static final int SLOWLY = 3_000;

  /** Not JUnit's extension: that forgets its answers before the test, while the service asks. */
  private static final WireMockServer SERVER =
      new WireMockServer(WireMockConfiguration.wireMockConfig().dynamicPort());

  @TempDir private static Path folder;

  @DynamicPropertySource
  static void offer(DynamicPropertyRegistry properties) throws IOException {
    SERVER.start();
    SERVER.stubFor(
        WireMock.get("/half.bin").willReturn(WireMock.aResponse().withBody(new byte[500])));
    SERVER.stubFor(
        WireMock.get("/rest.bin")
            .willReturn(WireMock.aResponse().withBody(new byte[500]).withFixedDelay(SLOWLY)));
    Files.createDirectories(folder.resolve("voices/packs"));
    Files.writeString(
        folder.resolve("voices/packs/kokoro-82m.yaml"),
        """
        name: kokoro-82m
        engine: nobody
        title: Natural
        languages: [ko, en]
        licence: Apache-2.0
        terms: Free.
        asks: nothing
        fetched: by-itself
        source: a server
        base: %s/
        files: [{path: half.bin, size: 500}, {path: rest.bin, size: 500}]
        speakers: in-the-catalogue
        """
            .formatted(SERVER.baseUrl()));
    properties.add("nangdok.voices", () -> folder.resolve("voices").toString());
    properties.add("nangdok.natural.packs", () -> folder.resolve("packs").toString());
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void thePackComesByItselfAndEverybodySeesHowFarItIs() throws Exception {
    JsonNode begun =
        Awaitility.await()
            .until(this::pack, pack -> pack.get("done").asLong() >= 500 || isThere(pack));

    assertThat(begun.get("byItself").asBoolean()).isTrue();
    assertThat(begun.get("asks").asBoolean()).isFalse();
    assertThat(begun.get("bytes").asLong()).isEqualTo(1_000);
    if (!isThere(begun)) {
      assertThat(begun.get("state").asString()).isEqualTo("installing");
      assertThat(get("/api/status").get("ready").asBoolean()).isTrue();
    }
    Awaitility.await().until(this::pack, NaturalFetchHttpTest::isThere);
    assertThat(folder.resolve("packs/kokoro-82m/rest.bin")).hasSize(500);
  }

  private static boolean isThere(JsonNode pack) {
    return pack.get("state").asString().equals("installed");
  }

  private JsonNode pack() throws Exception {
    return StreamSupport.stream(get("/api/voices/packs").get("packs").spliterator(), false)
        .filter(one -> one.get("name").asString().equals("kokoro-82m"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode get(String path) throws Exception {
    URI address = URI.create("http://localhost:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return json.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
