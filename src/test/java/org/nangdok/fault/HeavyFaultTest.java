package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** What is small to send and heavy to carry, on the heap that the launcher gives. */
@Tag("fault")
@Isolated
class HeavyFaultTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path data;

  /** Words of thousands of letters once killed both threads that speak, again after each start. */
  @Test
  void wordsOfThousandsOfLettersSilenceNobody() throws Exception {
    try (Service service = Service.startInFull(data)) {
      List<String> poison = new ArrayList<>();
      for (int letters : new int[] {5_000, 5_001}) {
        poison.add(service.accepted(poison(letters), LONG));
      }
      String korean = service.accepted(Articles.of("나루터", 5), LONG);

      assertThat(service.settled(korean).path("state").asString()).isEqualTo("complete");
      for (String id : poison) {
        JsonNode reading = settled(service, id);
        assertThat(reading.path("state").asString()).isEqualTo("complete");
        assertThat(reading.at("/progress/skipped").asInt()).isZero();
      }
      service.assertAlive();
      assertThat(service.stop()).isLessThan(Duration.ofSeconds(30));
    }
  }

  private static String poison(int letters) {
    return "The ferry came back to the old harbour this morning. ".repeat(20)
        + " code "
        + "Aa".repeat(letters)
        + " end.";
  }

  @Test
  void theHeaviestTextsAreRefusedOrReadAndNothingIsLost() throws Exception {
    try (Service service = Service.startInFull(data)) {
      for (int i = 0; i < 6; i++) {
        HttpResponse<byte[]> refusal = service.ask("제목 " + i + "\n\n" + "가다 나. ".repeat(30_000));
        assertThat(refusal.statusCode()).isEqualTo(400);
      }
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        ids.add(service.accepted("제목 " + i + "\n\n" + "가다 나. ".repeat(9_990), LONG));
      }
      for (String id : ids) {
        assertThat(settled(service, id).path("state").asString()).isEqualTo("complete");
      }
      service.assertAlive();
      assertThat(Files.size(data.resolve("nangdok.mv.db"))).isLessThan(60_000_000);
      assertThat(service.stop()).isLessThan(Duration.ofSeconds(30));
      try (Service again = Service.startInFull(data)) {
        for (String id : ids) {
          assertThat(again.reading(id).path("state").asString()).isEqualTo("complete");
        }
      }
    }
  }

  @Test
  void fortyBodiesOfEightMegabytesAreReadInTurn() throws Exception {
    try (Service service = Service.startInFull(data);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      String html = "<html><body><p>" + "가".repeat(2_500_000) + "</p></body></html>";
      var answers = new ConcurrentLinkedQueue<Integer>();
      for (int i = 0; i < 40; i++) {
        clients.submit(
            () -> answers.add(service.post("/api/articles", Map.of("html", html)).statusCode()));
      }
      await().atMost(LONG).until(() -> answers.size() == 40);
      assertThat(answers).isSubsetOf(200, 400, 413, 422, 503);
      service.assertAlive();
    }
  }

  @Test
  void slowReadersOfFilesHoldNobodyElseUp() throws Exception {
    try (Service service = Service.startInFull(data)) {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ids.add(id(service.ask(Articles.of("골짜기" + i, 12))));
      }
      for (String id : ids) {
        service.settled(id);
      }
      List<Socket> slow = new ArrayList<>();
      for (String id : ids.subList(0, 7)) {
        for (String kind : List.of("wav", "flac")) {
          slow.add(open(service, "/api/readings/" + id + "/audio." + kind));
        }
      }
      String last = "/api/readings/" + ids.getLast() + "/audio.";
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> service.get(last + "wav").statusCode() == 200);
      assertThat(service.get(last + "flac").statusCode()).isEqualTo(200);
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static Socket open(Service service, String path) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", service.port()));
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    assertThat(in.read()).isEqualTo('H');
    return socket;
  }

  private static JsonNode settled(Service service, String id) {
    service.awaitFinished(id, LONG);
    return service.reading(id);
  }

  private static String id(HttpResponse<byte[]> answer) {
    return Service.JSON.readTree(answer.body()).path("id").asString();
  }
}
