package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.key.AdministratorKeys;
import tools.jackson.databind.JsonNode;

/** The wall clock jumps by days while the service works. */
@Tag("fault")
class ClockFaultTest {

  private static final Duration DAYS = Duration.ofDays(3);

  @TempDir Path folder;

  @Test
  void whoListensHearsTheEndAndLinksCountByTheClockThatThereIs() throws Exception {
    Path data = folder.resolve("data");
    MovedClock clock = MovedClock.inside(folder);
    String bearer = AdministratorKeys.bearer(data);
    String id;
    try (Service service = Service.start(clock, data, "--nangdok.web.mode=keys")) {
      service.authorise(bearer);
      id = id(service.ask(Articles.of("해돋이", 40)));
      String link = link(service, "/api/readings/" + id);
      var events = whole(service, "/api/readings/" + id + "/events");
      var sound = whole(service, "/api/readings/" + id + "/audio.mp3");

      awaitDone(service, id, 3);
      clock.move(DAYS);
      awaitAnswer(service, link, 403);
      awaitDone(service, id, 10);
      clock.move(DAYS.negated());
      awaitDone(service, id, 20);
      awaitAnswer(service, link, 200);
      assertThat(service.readiness()).isEqualTo(200);

      JsonNode reading = service.settled(id);
      assertThat(reading.path("state").asString()).isEqualTo("complete");
      assertThat(new String(events.join(), StandardCharsets.UTF_8)).contains("event: complete");
      assertThat(sound.join())
          .hasSize(
              (int) (reading.path("durationMs").asLong() / Mp3Frames.MILLIS * Mp3Frames.BYTES));
      String next = id(service.ask(Articles.of("해넘이", 3)));
      assertThat(service.settled(next).path("state").asString()).isEqualTo("complete");
    }
    clock.move(DAYS.multipliedBy(-2)); // what it finds now was made in the future
    try (Service service = Service.start(clock, data, "--nangdok.web.mode=keys")) {
      service.authorise(bearer);
      assertThat(service.settled(id).path("state").asString()).isEqualTo("complete");
    }
  }

  private static String id(HttpResponse<byte[]> answer) {
    return Service.JSON.readTree(answer.body()).path("id").asString();
  }

  /** A signed link, good for a day. */
  private static String link(Service service, String path) {
    JsonNode made =
        Service.JSON.readTree(service.post("/api/links", Map.of("path", path, "days", 1)).body());
    return made.path("link").asString().replaceFirst("^https?://[^/]+", "");
  }

  /** What a link without a key is answered. */
  private static void awaitAnswer(Service service, String link, int status) {
    Service stranger = service.anonymously();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(stranger.get(link).statusCode()).isEqualTo(status));
  }

  private static CompletableFuture<byte[]> whole(Service service, String path) {
    return CompletableFuture.supplyAsync(() -> service.get(path).body());
  }

  private static void awaitDone(Service service, String id, int sentences) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> service.reading(id).at("/progress/done").asInt() >= sentences);
  }
}
