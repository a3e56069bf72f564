package org.nangdok.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A browser behind a WebDriver server (W3C WebDriver 2): chromedriver and WebKitWebDriver. */
final class WebDriverBrowser extends Browser {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Program driver;
  private final URI server;
  private final String session;

  /**
   * @param driver the WebDriver server, running
   * @param server where it listens
   * @param capabilities what the browser must be
   */
  WebDriverBrowser(Program driver, URI server, Map<String, Object> capabilities) {
    this.driver = driver;
    this.server = server;
    JsonNode made =
        send(
            "POST",
            "/session",
            Map.of(
                "capabilities",
                Map.of("alwaysMatch", capabilities, "firstMatch", List.of(Map.of()))));
    this.session = "/session/" + made.get("sessionId").asString();
    send("POST", session + "/timeouts", Map.of("script", SCRIPT_LIMIT.toMillis()));
  }

  @Override
  void open(String address) {
    send("POST", session + "/url", Map.of("url", address));
  }

  @Override
  JsonNode run(String script) {
    String wrapped =
        """
        const done = arguments[arguments.length - 1];
        (async () => { %s })().then(
            (value) => done(JSON.stringify({value: value ?? null})),
            (error) => done(JSON.stringify({error: String(error)})));
        """
            .formatted(script);
    JsonNode answer =
        send("POST", session + "/execute/async", Map.of("script", wrapped, "args", List.of()));
    JsonNode result = JSON.readTree(answer.asString());
    if (result.has("error")) {
      throw new IllegalStateException(result.get("error").asString() + " in: " + script);
    }
    return result.get("value");
  }

  @Override
  void perform(List<Map<String, Object>> actions) {
    send("POST", session + "/actions", Map.of("actions", actions));
  }

  @Override
  <T> T frame(Supplier<T> inside) {
    send("POST", session + "/frame", Map.of("id", 0));
    try {
      return inside.get();
    } finally {
      send("POST", session + "/frame/parent", Map.of());
    }
  }

  @Override
  void resize(int width, int height) {
    JsonNode chrome = value("[outerWidth - innerWidth, outerHeight - innerHeight]");
    send(
        "POST",
        session + "/window/rect",
        Map.of("width", width + chrome.get(0).asInt(), "height", height + chrome.get(1).asInt()));
  }

  /** Asks Chromium something of its DevTools protocol. */
  JsonNode devTools(String command, Map<String, Object> parameters) {
    return send(
        "POST", session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
  }

  @Override
  public void close() {
    try {
      send("DELETE", session, null);
    } finally {
      driver.close();
    }
  }

  private JsonNode send(
      String method, String path, @org.jspecify.annotations.Nullable Object body) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(90))
            .header("Content-Type", "application/json; charset=utf-8")
            .method(method, publisher)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      JsonNode value = JSON.readTree(answer.body()).get("value");
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(method + " " + path + ": " + value);
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + "; " + driver.output(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
