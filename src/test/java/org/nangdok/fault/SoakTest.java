package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * Two hundred listeners at once, some to articles that are new, some a byte a second. Short unless
 * it is told otherwise; five minutes are {@code mvn verify -Pfaults -Dtest=SoakTest
 * -Dnangdok.soak.seconds=300}.
 */
@Tag("fault")
@Isolated
class SoakTest {

  private static final int LISTENERS = 200;
  private static final int SLOW = 20;
  private static final int CLIP_SECONDS = 4;

  /** What no machine may need; the figure itself is reported, because others may use this one. */
  private static final int UNBEARABLE = 2_000;

  private static final Set<Integer> FINE = Set.of(200, 202, 206, 429, 503);

  @TempDir Path data;
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger fresh = new AtomicInteger();

  @Test
  void twoHundredListenersAreServedAndMemoryStaysAsItIs() throws Exception {
    int seconds = Integer.getInteger("nangdok.soak.seconds", 30);
    try (Service service = Service.startInFull(data, "--nangdok.threads=2")) {
      List<String> clips = known(service);
      List<Socket> slow = slowListeners(service, clips.getFirst());
      try (var listeners = Executors.newVirtualThreadPerTaskExecutor();
          var clock = Executors.newScheduledThreadPool(2)) {
        for (int i = 0; i < LISTENERS; i++) {
          String clip = clips.get(i % clips.size());
          clock.scheduleAtFixedRate(
              () -> listeners.execute(() -> hear(service, clip)),
              i * 1_000L * CLIP_SECONDS / LISTENERS,
              1_000L * CLIP_SECONDS,
              TimeUnit.MILLISECONDS);
        }
        clock.scheduleAtFixedRate(
            () -> listeners.execute(() -> hearNew(service)), 0, 5, TimeUnit.SECONDS);
        clock.scheduleAtFixedRate(() -> readAByte(slow), 0, 1, TimeUnit.SECONDS);
        await(clock, seconds / 3);
        long warm = residentBytes(service);
        nanos.clear();
        await(clock, seconds - seconds / 3);
        clock.shutdownNow();
        long end = residentBytes(service);
        report(seconds, warm, end);

        assertThat(faults).isEmpty();
        assertThat(nanos.size()).isGreaterThan(LISTENERS * seconds / CLIP_SECONDS / 3);
        assertThat(p99Millis()).isLessThan(Integer.getInteger("nangdok.soak.p99", UNBEARABLE));
        assertThat(end).isLessThan(warm + warm / 3);
      } finally {
        for (Socket socket : slow) {
          socket.close();
        }
      }
    }
  }

  private static List<String> known(Service service) {
    HttpResponse<byte[]> answer = service.ask(Articles.of("한낮", 20));
    String id = Service.JSON.readTree(answer.body()).path("id").asString();
    List<String> clips = new ArrayList<>();
    for (JsonNode turn : service.settled(id).path("turns")) {
      turn.path("sentences").forEach(sentence -> clips.add(sentence.path("clip").asString()));
    }
    return clips;
  }

  private void hear(Service service, String clip) {
    long start = System.nanoTime();
    note(clip, service.get(clip));
    nanos.add(System.nanoTime() - start);
  }

  private void hearNew(Service service) {
    HttpResponse<byte[]> asked = service.ask(Articles.of("새벽" + fresh.incrementAndGet(), 8));
    note("a new article", asked);
    if (asked.statusCode() == 202) {
      String id = Service.JSON.readTree(asked.body()).path("id").asString();
      note("its stream", service.get("/api/readings/" + id + "/audio.mp3"));
    }
  }

  private void note(String what, HttpResponse<byte[]> answer) {
    if (!FINE.contains(answer.statusCode())) {
      faults.add(what + ": " + answer.statusCode());
    }
  }

  private static List<Socket> slowListeners(Service service, String clip) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      var socket = new Socket("127.0.0.1", service.port());
      socket.setReceiveBufferSize(1024);
      String request = "GET " + clip + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      sockets.add(socket);
    }
    return sockets;
  }

  private void readAByte(List<Socket> sockets) {
    for (Socket socket : sockets) {
      try {
        InputStream in = socket.getInputStream();
        if (in.available() > 0 && in.read() < 0) {
          faults.add("a slow listener was cut off");
        }
      } catch (IOException e) {
        faults.add("a slow listener was cut off: " + e.getMessage());
      }
    }
  }

  private static void await(java.util.concurrent.ScheduledExecutorService clock, int seconds)
      throws Exception {
    clock.schedule(() -> {}, seconds, TimeUnit.SECONDS).get();
  }

  private long p99Millis() {
    List<Long> sorted = nanos.stream().sorted().toList();
    return TimeUnit.NANOSECONDS.toMillis(sorted.get(sorted.size() * 99 / 100));
  }

  /** What the operating system says of the process. */
  private static long residentBytes(Service service) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + service.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    throw new IOException("The process has ended.");
  }

  private void report(int seconds, long warm, long end) throws IOException {
    String line =
        "%d s, %d listeners, %d clips, p99 %d ms, %d new articles, %d MB then %d MB%n"
            .formatted(
                seconds, LISTENERS, nanos.size(), p99Millis(), fresh.get(), warm >> 20, end >> 20);
    Files.writeString(Path.of("target", "soak.txt"), line);
  }
}
