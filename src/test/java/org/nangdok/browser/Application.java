package org.nangdok.browser;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The service as people start it: a process of its own on a free port, with an empty data folder,
 * once for the whole run. {@code -Dnangdok.address=http://…} tests one that runs already.
 */
final class Application {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static @Nullable String address;
  private static @Nullable Program program;

  private Application() {}

  /** The service's address, without a slash at the end. */
  static synchronized String start() {
    if (address != null) {
      return address;
    }
    String given = System.getProperty("nangdok.address", "");
    String started = given.isEmpty() ? begin() : given;
    await("the sample is spoken")
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> ended() || sampleIsComplete(started));
    if (ended()) {
      throw new IllegalStateException("The service ended: " + requireNonNull(program).output());
    }
    address = started;
    return started;
  }

  private static String begin() {
    int port = Engine.freePort();
    Program started = start(port, Engine.temporaryFolder());
    program = started;
    Runtime.getRuntime().addShutdownHook(new Thread(started::close));
    return "http://127.0.0.1:" + port;
  }

  /** Starts a service of its own and doesn't wait for it. */
  static Program start(int port, Path data, String... more) {
    String all =
        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
            .orElse(System.getProperty("java.class.path"));
    String classes = // without what the tests put into the services that they start
        Arrays.stream(all.split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1", // half the work of a start, and it lives for minutes
                "-cp",
                classes,
                "org.nangdok.Nangdok",
                "serve",
                "--port=" + port,
                "--nangdok.public-address=http://127.0.0.1:" + port,
                "--data=" + data,
                "--nangdok.web.origins=" + ForeignSite.start().listed(),
                "--nangdok.web.frame-ancestors=" + ForeignSite.start().listed()));
    command.addAll(List.of(more));
    return Program.start(Map.of(), command);
  }

  private static boolean ended() {
    return program != null && !program.isAlive();
  }

  static boolean sampleIsComplete(String server) {
    try {
      JsonNode sample = get(server, "/api/sample");
      JsonNode reading = get(server, "/api/readings/" + sample.path("id").asString());
      return reading.path("state").asString().equals("complete");
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /** The JSON at a path of the service. */
  static JsonNode get(String server, String path) throws IOException {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(server + path))
                  .timeout(Duration.ofSeconds(20))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return Browser.JSON.readTree(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
