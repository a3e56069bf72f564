package org.nangdok.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A browser that speaks WebDriver BiDi itself: Firefox, for which Debian packages no WebDriver
 * server.
 */
final class BidiBrowser extends Browser implements WebSocket.Listener {

  private final Program program;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private final String page;
  private String context; // the page, or a frame of it

  /**
   * @param program the browser, running
   * @param server its WebSocket address, without the path
   */
  BidiBrowser(Program program, URI server) {
    this.program = program;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(server.resolve("/session"), this)
            .join();
    send("session.new", Map.of("capabilities", Map.of()));
    JsonNode tree = send("browsingContext.getTree", Map.of());
    this.page = tree.get("contexts").get(0).get("context").asString();
    this.context = page;
  }

  @Override
  void open(String address) {
    send("browsingContext.navigate", Map.of("context", page, "url", address, "wait", "complete"));
    // without the focus of the window, keys don't press buttons
    send("browsingContext.activate", Map.of("context", page));
  }

  @Override
  JsonNode run(String script) {
    JsonNode answer =
        send(
            "script.evaluate",
            Map.of(
                "expression",
                "(async () => { " + script + " })().then((v) => JSON.stringify(v ?? null))",
                "target",
                Map.of("context", context),
                "awaitPromise",
                true));
    if (!answer.get("type").asString().equals("success")) {
      throw new IllegalStateException(
          answer.get("exceptionDetails").get("text") + " in: " + script);
    }
    return JSON.readTree(answer.get("result").get("value").asString());
  }

  @Override
  void perform(List<Map<String, Object>> actions) {
    send("input.performActions", Map.of("context", page, "actions", actions));
  }

  @Override
  <T> T frame(Supplier<T> inside) {
    JsonNode tree = send("browsingContext.getTree", Map.of("root", page));
    context = tree.at("/contexts/0/children/0/context").asString();
    try {
      return inside.get();
    } finally {
      context = page;
    }
  }

  @Override
  void resize(int width, int height) {
    send(
        "browsingContext.setViewport",
        Map.of("context", page, "viewport", Map.of("width", width, "height", height)));
  }

  @Override
  public void close() {
    try {
      send("browser.close", Map.of());
    } finally {
      program.close();
    }
  }

  private JsonNode send(String method, Map<String, Object> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    socket
        .sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    try {
      return answer.get(90, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method + " failed; " + program.output(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      JsonNode message = JSON.readTree(partial.toString());
      partial.setLength(0);
      CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(-1));
      if (answer != null && message.has("error")) {
        answer.completeExceptionally(new IllegalStateException(message.toString()));
      } else if (answer != null) {
        answer.complete(message.get("result"));
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }
}
