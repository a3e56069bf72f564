package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.library.ClipObject;
import tools.jackson.databind.JsonNode;

/** The process ends in the middle of its work, and nothing is lost. */
@Tag("fault")
class ProcessFaultTest {

  private static final int SENTENCES = 120;

  @TempDir Path data;

  @Test
  void aKilledProcessGoesOnWhereItWasAndMakesNoClipTwice() throws Exception {
    Map<Path, FileTime> before;
    String id;
    try (Service service = Service.start(data)) {
      id = begin(service, "새벽골");
      service.kill();
      before = clips();
    }
    assertThat(before.size()).isBetween(3, SENTENCES);
    for (Path clip : before.keySet()) {
      assertThat(ClipObject.read(Files.readAllBytes(clip))).as("%s is whole", clip).isPresent();
    }

    try (Service service =
        Service.start(data, "--management.endpoints.web.exposure.include=health,metrics")) {
      JsonNode reading = service.settled(id);
      int total = reading.at("/progress/total").asInt();

      // Only what wasn't whole when the process was killed is made a second time.
      assertThat(attempts(service)).isEqualTo(total - before.size());
      assertThat(reading.path("state").asString()).isEqualTo("complete");
      assertThat(reading.at("/progress/skipped").asInt()).isZero();
      Map<Path, FileTime> after = clips();
      assertThat(after).hasSize(total).containsAllEntriesOf(before);
      assertThat(service.get("/api/readings/" + id + "/audio.mp3").body())
          .hasSize(
              (int) (reading.path("durationMs").asLong() / Mp3Frames.MILLIS * Mp3Frames.BYTES));
    }
    assertThat(leftovers()).isZero();
  }

  @Test
  void aStoppedProcessFinishesWhatItSpeaksAndClosesInTime() throws Exception {
    String id;
    Map<Path, FileTime> before;
    try (Service service = Service.start(data)) {
      id = begin(service, "저녁골");
      var listeners =
          List.of(open(service, id, "/audio.mp3"), open(service, id, "/events")); // not read

      assertThat(service.stop()).isLessThan(Duration.ofSeconds(20));
      for (Socket listener : listeners) {
        listener.close();
      }

      before = clips();
      assertThat(service.output()).doesNotContain("could not be made", "A reading stops");
    }
    assertThat(leftovers()).isZero();
    try (Service service = Service.start(data)) {
      assertThat(service.settled(id).path("state").asString()).isEqualTo("complete");
      assertThat(clips()).containsAllEntriesOf(before);
    }
  }

  /** How often this process has asked an engine for a clip, with success or without. */
  private static int attempts(Service service) throws IOException {
    JsonNode metric = Service.JSON.readTree(service.get("/actuator/metrics/nangdok.clips").body());
    for (JsonNode measurement : metric.path("measurements")) {
      if (measurement.path("statistic").asString().equals("COUNT")) {
        return measurement.path("value").asInt();
      }
    }
    throw new AssertionError("There is no count: " + metric);
  }

  /** Asks for a long article and waits until some of it is made. */
  private String begin(Service service, String name) {
    String id =
        Service.JSON
            .readTree(service.ask(Articles.of(name, SENTENCES)).body())
            .path("id")
            .asString();
    await("some clips are made")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> service.reading(id).at("/progress/done").asInt() >= 3);
    return id;
  }

  private static Socket open(Service service, String id, String what) throws IOException {
    var socket = new Socket("127.0.0.1", service.port());
    String request = "GET /api/readings/" + id + what + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    assertThat(socket.getInputStream().read()).isEqualTo('H'); // it is being answered
    return socket;
  }

  private Map<Path, FileTime> clips() throws IOException {
    var found = new HashMap<Path, FileTime>();
    try (var files = Files.walk(data.resolve("clips"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".clip")).toList()) {
        found.put(file, Files.getLastModifiedTime(file));
      }
    }
    return found;
  }

  private long leftovers() throws IOException {
    try (var files = Files.walk(data.resolve("clips"))) {
      return files.filter(file -> file.toString().endsWith(".tmp")).count();
    }
  }
}
