package org.nangdok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangdok.library.Attempts;
import org.nangdok.library.ClipStore;
import org.nangdok.reading.ClipMaker;
import org.nangdok.reading.Precautions;
import org.nangdok.reading.Watch;
import org.nangdok.speech.Engine;
import org.nangdok.speech.Speech;
import org.nangdok.utterance.Utterance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What health says while real engines are made deaf or broken, and what goes on beside them. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "nangdok.data=${test.data:target/test-data}/speech-health",
      "nangdok.sample=false",
      "nangdok.stalled-after=2s",
      "nangdok.mbrola.enabled=false",
      "server.address=127.0.0.1"
    })
class SpeechHealthTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  /** Never the same, so that nothing of it is made already. */
  private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis() % 10_000_000);

  private static final Set<String> DEAF = ConcurrentHashMap.newKeySet();
  private static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();

  @LocalServerPort private int port;
  @Autowired private JsonMapper json;
  private final HttpClient client = HttpClient.newHttpClient();

  @TestConfiguration
  static class Troubles {
    @Bean
    @Primary
    ClipMaker troubledMaker(SpeakingEngines engines, ClipStore clips) {
      return new ClipMaker(
          name -> engines.find(name).map(Troubled::new),
          clips,
          Watch.NOBODY,
          new Precautions(
              Attempts.inMemory(),
              engines::canary,
              Duration.ofSeconds(5),
              Duration.ofSeconds(20),
              Duration.ofMillis(50),
              Duration.ofMillis(200)));
    }
  }

  /** A real engine that answers only as long as it is let. */
  private record Troubled(Engine engine) implements Engine {
    @Override
    public String name() {
      return engine.name();
    }

    @Override
    public String version() {
      return engine.version();
    }

    @Override
    public Speech speak(Utterance utterance) {
      if (BROKEN.contains(name())) {
        throw new InternalError("broken by the test");
      }
      await().forever().until(() -> !DEAF.contains(name()));
      return engine.speak(utterance);
    }
  }

  @BeforeEach
  void waitForBothLanguages() {
    await().atMost(LONG).until(() -> ready("ko") && ready("en"));
  }

  @AfterEach
  void mend() {
    DEAF.clear();
    BROKEN.clear();
    await().atMost(LONG).until(() -> health("readiness") == 200 && ready("ko") && ready("en"));
  }

  @Test
  void aReadingThatWaitsWhileNothingIsMadeIsSeen() throws Exception {
    DEAF.add("mary");
    String id = ask(english());

    assertThat(health("readiness")).isEqualTo(200);
    await().atMost(LONG).until(() -> health("readiness") == 503);
    assertThat(health("liveness")).isEqualTo(200);
    await().atMost(LONG).until(() -> health("liveness") == 503);
    DEAF.clear();

    assertThat(settled(id).path("state").asString()).isEqualTo("complete");
    assertThat(health("readiness")).isEqualTo(200);
    assertThat(health("liveness")).isEqualTo(200);
  }

  @Test
  void oneBrokenEngineSaysSoAndTheOtherGoesOn() throws Exception {
    BROKEN.add("mary");

    String text = english();
    JsonNode english = settled(ask(text));
    String korean = ask(korean());

    assertThat(english.path("state").asString()).isEqualTo("failed");
    assertThat(english.at("/turns/0/sentences/0/problem").asString()).contains("left out");
    await().atMost(LONG).until(() -> !ready("en"));
    assertThat(settled(korean).path("state").asString()).isEqualTo("complete");
    JsonNode next = settled(ask(english()));
    assertThat(next.path("state").asString()).isEqualTo("failed");
    assertThat(next.toString()).contains("doesn't speak at the moment");
    assertThat(health("readiness")).isEqualTo(200);
    assertThat(health("liveness")).isEqualTo(200);

    BROKEN.clear();
    await().atMost(LONG).until(() -> ready("en"));
    JsonNode again = settled(ask(text)); // no sentence is blamed for the engine
    assertThat(again.at("/progress/skipped").asInt()).isZero();
    assertThat(again.path("state").asString()).isEqualTo("complete");
  }

  @Test
  void whereNoEngineSpeaksTheServiceIsNotReady() throws Exception {
    BROKEN.addAll(List.of("mary", "recorded"));
    settled(ask(english()));
    settled(ask(korean()));

    await().atMost(LONG).until(() -> health("readiness") == 503);
  }

  private static String korean() {
    long number = NUMBER.incrementAndGet();
    return "배 " + number + "척이 떠납니다. 갈매기 " + number + "마리가 그 뒤를 따라 날아갑니다.";
  }

  private static String english() {
    long number = NUMBER.incrementAndGet();
    return number + " ferries leave the harbour. The " + number + " gulls fly after them.";
  }

  private int health(String group) throws Exception {
    return send("GET", "/actuator/health/" + group, null).statusCode();
  }

  private boolean ready(String language) throws Exception {
    JsonNode voices = json.readTree(send("GET", "/api/voices", null).body()).path("voices");
    for (JsonNode voice : voices) {
      if (voice.path("language").asString().startsWith(language)
          && voice.path("ready").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private String ask(String text) throws Exception {
    HttpResponse<String> answer =
        send("POST", "/api/readings", json.writeValueAsString(Map.of("text", text)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return json.readTree(answer.body()).path("id").asString();
  }

  private JsonNode settled(String id) {
    await()
        .atMost(LONG)
        .until(() -> List.of("complete", "failed").contains(reading(id).path("state").asString()));
    try {
      return reading(id);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode reading(String id) throws Exception {
    return json.readTree(send("GET", "/api/readings/" + id, null).body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
