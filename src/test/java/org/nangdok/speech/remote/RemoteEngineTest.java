package org.nangdok.speech.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.speech.Engine;
import org.nangdok.speech.EngineContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract against a server that hums each letter as loud as it is high in the alphabet. */
class RemoteEngineTest extends EngineContract {

  @TempDir static Path folder;

  private static HttpServer server;
  private static RemoteEngine engine;

  @BeforeAll
  static void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/audio/speech", RemoteEngineTest::answer);
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    engine =
        new RemoteEngine(
            new RemoteServer(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/v1"),
                "",
                "hum-1",
                RemoteServer.Format.WAV,
                24_000,
                Duration.ofSeconds(10),
                1_000_000),
            folder.resolve("characters.tsv"));
  }

  @AfterAll
  static void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JsonMapper.builder().build().readTree(exchange.getRequestBody().readAllBytes());
    byte[] wav =
        Humming.wav(body.get("input").asString(), body.get("speed").asDouble(), 24_000, 1, true);
    exchange.sendResponseHeaders(200, 0); // chunked
    try (exchange) {
      exchange.getResponseBody().write(wav);
    }
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Override
  protected String engineVoice() {
    return "alloy";
  }

  @Override
  protected boolean marksAreExact() {
    return false;
  }

  @Override
  protected String sentence() {
    return "The harbour| was closed for an hour this morning";
  }

  @Override
  protected String otherSentence() {
    return "Twelve schools open their gardens to visitors on Sunday afternoon";
  }

  @Override
  protected List<String> oddWords() {
    return List.of("가나다", "\"", "\\", "<voice", "\0", "\ud800", "😀", "x".repeat(500));
  }
}
