package org.nangdok.delivery.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** MaryTTS's interface on a port of its own. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/mary-port",
      "nangdok.sample=false",
      "nangdok.mary.port=0"
    })
class MaryPortTest {

  @Autowired private MaryPort mary;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void clientsOfMaryTtsAreAnsweredThereAndNobodyElse() throws Exception {
    assertThat(get("/version").body()).contains("Mary TTS server");
    for (String path : new String[] {"/locales", "/audioeffects", "/exampletext"}) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    for (String other : new String[] {"/", "/api/voices", "/v1/models", "/actuator/health", "/x"}) {
      assertThat(get(other).statusCode()).as(other).isEqualTo(404);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mary.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
