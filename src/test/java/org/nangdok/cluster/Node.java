package org.nangdok.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One process of a cluster. */
final class Node implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration START = Duration.ofMinutes(5);

  private final Process process;
  private final Path log;
  private final int port;

  private Node(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** What all processes of a cluster have in common. */
  record Cluster(PostgresServer postgres, S3Server s3, Path folder, NodeClasses classes) {

    Path spoken() {
      return folder.resolve("spoken.log");
    }

    List<String> options() {
      return List.of(
          "--spring.profiles.active=shared,cluster-test",
          "--nangdok.shared.database.url=" + postgres.url("nangdok"),
          "--nangdok.shared.database.user=" + PostgresServer.USER,
          "--nangdok.shared.database.password=" + PostgresServer.PASSWORD,
          "--nangdok.shared.bucket.name=" + S3Server.BUCKET,
          "--nangdok.shared.bucket.endpoint=" + s3.endpoint(),
          "--nangdok.shared.bucket.access-key=anybody",
          "--nangdok.shared.bucket.secret-key=anything");
    }
  }

  /** Begins to start one; options of the same name given here come last and count. */
  static Node begin(Cluster cluster, String name, String... options) {
    return beginWith("-Dcluster.lacks=", Map.of(), cluster, name, options);
  }

  /** The same with an option of the virtual machine and more in its environment. */
  static Node beginWith(
      String java,
      Map<String, String> environment,
      Cluster cluster,
      String name,
      String... options) {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-Dcluster.log=" + cluster.spoken()));
    command.add(java);
    command.addAll(cluster.classes().options());
    command.add("org.nangdok.ClusterNode");
    command.addAll(
        List.of(
            "--nangdok.sample=false",
            "--nangdok.threads=2",
            "--server.port=" + port,
            "--nangdok.limits.active=10000",
            "--nangdok.limits.articles=10000",
            "--nangdok.data=" + cluster.folder().resolve(name)));
    List<String> given = List.of(options);
    cluster.options().stream()
        .filter(one -> given.stream().noneMatch(other -> name(other).equals(name(one))))
        .forEach(command::add);
    command.addAll(given);
    Path log = cluster.folder().resolve(name + "-" + port + ".log");
    try {
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().put("NANGDOK_NATURAL_FETCH", "false");
      builder.environment().putAll(environment);
      return new Node(builder.start(), log, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String option) {
    return option.split("=", 2)[0];
  }

  Node ready() {
    await("the node is ready: " + log)
        .atMost(START)
        .pollInterval(Duration.ofMillis(300))
        .until(() -> !process.isAlive() || status("/actuator/health/readiness") == 200);
    if (!process.isAlive()) {
      throw new IllegalStateException("The node ended: " + output());
    }
    return this;
  }

  /** Waits until it has ended by itself; gives its exit code. */
  int ended() throws InterruptedException {
    if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The node doesn't end: " + output());
    }
    return process.exitValue();
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and waits for its end. */
  void end() throws InterruptedException {
    process.destroy();
    ended();
  }

  /** SIGSTOP or SIGCONT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }

  int status(String path) {
    try {
      return get(path).statusCode();
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  HttpResponse<byte[]> get(String path) {
    return send(request(path).build());
  }

  /** Asks for a reading; gives its id. */
  String ask(String text) {
    HttpResponse<byte[]> answer =
        send(
            request("/api/readings")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("text", text))))
                .build());
    if (answer.statusCode() != 202) {
      throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body()));
    }
    return JSON.readTree(answer.body()).path("id").asString();
  }

  /** Sends something; gives the answer's document. */
  JsonNode post(String path, Map<String, ?> body) {
    HttpResponse<byte[]> answer =
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body()));
    }
    return JSON.readTree(answer.body());
  }

  JsonNode document(String path) {
    return JSON.readTree(get(path).body());
  }

  JsonNode reading(String id) {
    return JSON.readTree(get("/api/readings/" + id).body());
  }

  /** The whole sound; asks again where it breaks off before the reading is complete. */
  byte[] audio(String id) {
    return get("/api/readings/" + id + "/audio.mp3").body();
  }

  /** The sound as it comes. */
  InputStream stream(String id) {
    try {
      return HTTP.send(
              request("/api/readings/" + id + "/audio.mp3").build(),
              HttpResponse.BodyHandlers.ofInputStream())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until all of it is made; gives how it stands then. */
  JsonNode complete(String id) {
    await("the reading " + id + " is complete")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(() -> List.of("complete", "failed").contains(reading(id).path("state").asString()));
    return reading(id);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(3));
  }

  private static HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
