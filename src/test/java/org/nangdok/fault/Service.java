package org.nangdok.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real process on a data folder, so that it can be killed. */
final class Service implements AutoCloseable {

  static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LONG = Duration.ofSeconds(120);

  /** Twenty seconds of a processor, and a busy machine may have little of it. */
  private static final Duration START = Duration.ofMinutes(5);

  /** For a process of seconds: what it would optimise costs more than it brings. */
  private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path log;
  private final int port;
  private volatile String authorization = "";

  private Service(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** Starts it and waits until its first voice can speak. */
  static Service start(Path data, String... options) {
    return ready(begin(BRIEF, data, options));
  }

  /** Starts it with the compiler that users have, for what measures it. */
  static Service startInFull(Path data, String... options) {
    return ready(begin(List.of(), data, options));
  }

  private static Service ready(Service service) {
    try {
      await("the service is ready: " + service.log)
          .atMost(START)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> !service.process.isAlive() || service.readiness() == 200);
    } catch (ConditionTimeoutException e) {
      service.close();
      throw e;
    }
    if (!service.process.isAlive()) {
      throw new IllegalStateException("The service ended: " + service.output());
    }
    return service;
  }

  /** Starts it with a clock that can be put forward and back. */
  static Service start(MovedClock clock, Path data, String... options) {
    return ready(begin(BRIEF, clock.environment(), data, options));
  }

  /** Starts it where it can't start and waits until it has ended; gives what it said. */
  static String failedStart(Path data, String... options) throws InterruptedException {
    try (Service service = begin(BRIEF, data, options)) {
      if (!service.process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The service started: " + service.output());
      }
      if (service.process.exitValue() == 0) {
        throw new IllegalStateException("It ended well: " + service.output());
      }
      return service.output();
    }
  }

  private static Service begin(List<String> java, Path data, String... options) {
    return begin(java, Map.of(), data, options);
  }

  private static Service begin(
      List<String> java, Map<String, String> environment, Path data, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--data=" + data, "--nangdok.sample=false"));
    int port = freePort();
    arguments.add("--port=" + port);
    arguments.addAll(List.of(options));
    Path log = temporaryFile();
    return new Service(run(log, java, environment, arguments), log, port);
  }

  /** Runs a command to its end; gives its exit code and what it said. */
  static Ended command(String... arguments) throws InterruptedException {
    Path log = temporaryFile();
    Process process = run(log, BRIEF, Map.of(), List.of(arguments));
    if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The command doesn't end: " + read(log));
    }
    return new Ended(process.exitValue(), read(log));
  }

  /** How a command ended. */
  record Ended(int exit, String output) {}

  private static Process run(
      Path log, List<String> java, Map<String, String> environment, List<String> arguments) {
    String classes =
        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
            .orElse(System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xmx384m"));
    command.addAll(java);
    command.addAll(List.of("-cp", classes, "org.nangdok.Nangdok"));
    command.addAll(arguments);
    try {
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /** What it wrote to its log. */
  String output() {
    return read(log);
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL: nothing in the process learns of it. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM; gives how long it took to end. */
  Duration stop() throws InterruptedException {
    long start = System.nanoTime();
    process.destroy();
    if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The service doesn't end: " + output());
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  int readiness() {
    try {
      return get("/actuator/health/readiness").statusCode();
    } catch (UncheckedIOException e) {
      return 0; // not yet, or not any more
    }
  }

  /** Alive, ready, and never out of memory. */
  void assertAlive() {
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(readiness()).isEqualTo(200);
    assertThat(output()).doesNotContain("OutOfMemoryError");
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<byte[]> ask(String text) {
    return post("/api/readings", Map.of("text", text));
  }

  HttpResponse<byte[]> post(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  JsonNode reading(String id) {
    return JSON.readTree(get("/api/readings/" + id).body());
  }

  /** Asks for a reading, again as long as the service says that it is busy; gives its id. */
  String accepted(String text, Duration atMost) {
    var ids = new ArrayList<String>();
    await("the reading is accepted")
        .atMost(atMost)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              HttpResponse<byte[]> answer = ask(text);
              if (answer.statusCode() == 202) {
                ids.add(JSON.readTree(answer.body()).path("id").asString());
              } else if (answer.statusCode() != 503
                  || answer.headers().firstValue("Retry-After").isEmpty()) {
                throw new IllegalStateException("Refused with " + answer.statusCode());
              }
              return !ids.isEmpty();
            });
    return ids.getFirst();
  }

  /** Waits until a reading is complete or failed, without asking for all of it. */
  void awaitFinished(String id, Duration atMost) {
    await("the reading is finished")
        .atMost(atMost)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> isFinished(id));
  }

  private boolean isFinished(String id) {
    for (JsonNode one : JSON.readTree(get("/api/readings?limit=200").body()).path("readings")) {
      if (one.path("id").asString().equals(id)) {
        return one.path("finished").asBoolean();
      }
    }
    return false;
  }

  /** Waits until a reading is complete or failed. */
  JsonNode settled(String id) {
    await("the reading is settled")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> List.of("complete", "failed").contains(state(id)));
    return reading(id);
  }

  String state(String id) {
    return reading(id).path("state").asString("");
  }

  /** Sends a key with every request from now on. */
  void authorise(String bearer) {
    authorization = bearer;
  }

  /** The same, asked by somebody without a key. */
  Service anonymously() {
    return new Service(process, log, port);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(LONG);
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporaryFile() {
    try {
      return Files.createTempFile("nangdok-fault-", ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
