package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * Everything at once, and what it leaves behind. Short unless it is told otherwise; ten minutes are
 * {@code mvn verify -Pfaults -Dtest=MixedLoadTest -Dnangdok.load.seconds=600}.
 */
@Tag("fault")
@Isolated
class MixedLoadTest {

  private static final Set<Integer> FINE = Set.of(200, 202, 204, 206, 400, 404, 409, 422, 429, 503);

  @TempDir Path data;
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger number = new AtomicInteger();

  /** What a process has at one moment. */
  private record Use(long memory, long threads, long handles, long bytes) {}

  @Test
  void whatItUsesStaysAsItIs() throws Exception {
    int seconds = Integer.getInteger("nangdok.load.seconds", 60);
    try (Service service =
            Service.startInFull(data, "--nangdok.keep.megabytes=40", "--nangdok.keep.every=PT10S");
        var clients = Executors.newVirtualThreadPerTaskExecutor();
        var clock = Executors.newScheduledThreadPool(1)) {
      clock.scheduleAtFixedRate(
          () -> clients.execute(() -> one(service)), 0, 500, TimeUnit.MILLISECONDS);
      wait(clock, seconds / 2);
      Use half = use(service);
      wait(clock, seconds - seconds / 2);
      clock.shutdownNow();
      clients.shutdown();
      assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
      Use end = use(service);
      Files.writeString(
          Path.of("target", "load.txt"), "%d s: %s then %s%n".formatted(seconds, half, end));

      assertThat(faults).isEmpty();
      assertThat(service.readiness()).isEqualTo(200);
      assertThat(service.output()).doesNotContain("OutOfMemoryError");
      assertThat(end.memory()).isLessThan(half.memory() + half.memory() / 3);
      assertThat(end.threads()).isLessThan(half.threads() + 40);
      assertThat(end.handles()).isLessThan(half.handles() + 100);
      assertThat(end.bytes()).isLessThan(120_000_000);
    }
  }

  private void one(Service service) {
    int mine = number.incrementAndGet();
    try {
      switch (mine % 8) {
        case 0 ->
            note(service.post("/api/articles", Map.of("html", "<p>" + "나무 ".repeat(900_000))));
        case 1 -> note(service.ask("제목\n\n" + ("가" + mine + "다 나. ").repeat(2_000)));
        case 2 -> note(service.ask("The word is " + "Aa".repeat(3_000 + mine) + " and no other."));
        case 3 ->
            note(
                service.post(
                    "/v1/audio/speech",
                    Map.of("input", mine + "번째 배가 떠납니다.", "response_format", "wav")));
        default -> hear(service, Articles.of("마을" + mine, 6));
      }
    } catch (UncheckedIOException e) {
      faults.add(mine % 8 + ": " + e);
    }
  }

  private void hear(Service service, String text) {
    HttpResponse<byte[]> asked = service.ask(text);
    note(asked);
    if (asked.statusCode() != 202) {
      return;
    }
    JsonNode reading = Service.JSON.readTree(asked.body());
    String address = "/api/readings/" + reading.path("id").asString();
    note(service.get(address + "/audio.mp3"));
    note(service.get(address + "/audio.flac"));
    note(service.get(address + "/transcript.json"));
    note(service.get("/api/readings?limit=20"));
  }

  private void note(HttpResponse<byte[]> answer) {
    if (!FINE.contains(answer.statusCode())) {
      faults.add(answer.request().uri().getPath() + ": " + answer.statusCode());
    }
  }

  private static void wait(java.util.concurrent.ScheduledExecutorService clock, int seconds)
      throws Exception {
    clock.schedule(() -> {}, seconds, TimeUnit.SECONDS).get();
  }

  private Use use(Service service) throws IOException {
    Path process = Path.of("/proc/" + service.pid());
    long memory = 0;
    long threads = 0;
    for (String line : Files.readAllLines(process.resolve("status"))) {
      String digits = line.replaceAll("[^0-9]", "");
      memory = line.startsWith("VmRSS:") ? Long.parseLong(digits) * 1024 : memory;
      threads = line.startsWith("Threads:") ? Long.parseLong(digits) : threads;
    }
    try (var handles = Files.list(process.resolve("fd"));
        var files = Files.walk(data)) {
      return new Use(memory, threads, handles.count(), files.mapToLong(MixedLoadTest::size).sum());
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
