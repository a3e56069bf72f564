package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nangdok.audio.Mp3Frames;
import tools.jackson.databind.JsonNode;

/** Three nodes that all suites of the cluster work with; they end with the tests' process. */
final class ThreeNodes {

  /** Threads of a node: what may be in its hands when it is killed. */
  static final int HANDS = 2;

  private static final String[] NAMES = {"a", "b", "c"};
  private static ThreeNodes started;

  final Node.Cluster cluster;
  final Node[] nodes = new Node[NAMES.length];

  private ThreeNodes() throws Exception {
    Path folder = Files.createTempDirectory("nangdok-cluster-");
    cluster =
        new Node.Cluster(PostgresServer.start(), S3Server.start(), folder, NodeClasses.in(folder));
    Files.createFile(cluster.spoken());
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = Node.begin(cluster, NAMES[i]);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    for (Node node : nodes) {
      node.ready();
    }
    nodes[0].end(); // it has written down by then what makes later starts quick
    again(0);
  }

  /** All ready, no fault at work, nothing spoken yet. */
  static synchronized ThreeNodes ready() throws Exception {
    assumeTrue(
        PostgresServer.programs().isPresent(),
        "PostgreSQL isn't installed (apt-get install postgresql): the cluster is skipped.");
    ThreeNodes all = started == null ? new ThreeNodes() : started;
    started = all;
    all.cluster.s3().fault(S3Server.Fault.NONE);
    all.forget();
    return all;
  }

  private void end() {
    for (Node node : nodes) {
      node.close();
    }
    cluster.s3().close();
    cluster.postgres().close();
    try (var files = Files.walk(cluster.folder())) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      System.err.println("A folder of the cluster stays: " + cluster.folder());
    }
  }

  /** Forgets what was spoken. */
  void forget() throws IOException {
    Files.write(cluster.spoken(), new byte[0]);
  }

  /** Begins a node anew that has ended. */
  void again(int node) {
    begin(node);
    nodes[node].ready();
  }

  /** The same without waiting until it is ready. */
  void begin(int node) {
    nodes[node] = Node.begin(cluster, NAMES[node]);
  }

  static String article(String name, int sentences) {
    return IntStream.range(0, sentences)
        .mapToObj(i -> name + " 마을 " + (i + 1) + "번째 집에 불이 켜졌습니다.")
        .collect(Collectors.joining(" "));
  }

  int said() {
    try {
      return Files.readAllLines(cluster.spoken()).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void awaitSaid(int sentences) {
    await("%d sentences are made".formatted(sentences))
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> said() >= sentences);
  }

  Map<String, Long> spoken() throws IOException {
    return Files.readAllLines(cluster.spoken()).stream()
        .map(line -> line.substring(line.indexOf('\t') + 1))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  long repeats() throws IOException {
    return spoken().values().stream().mapToLong(times -> times - 1).sum();
  }

  long speakers() throws IOException {
    return Files.readAllLines(cluster.spoken()).stream()
        .map(line -> line.substring(0, line.indexOf('\t')))
        .distinct()
        .count();
  }

  /** A reading is complete at a node, with all sentences and all of their sound. */
  static void assertWhole(Node node, String id, int sentences) {
    JsonNode reading = node.complete(id);
    assertThat(reading.path("state").asString()).isEqualTo("complete");
    assertThat(reading.at("/progress/skipped").asInt()).isZero();
    assertThat(reading.at("/progress/total").asInt()).isGreaterThanOrEqualTo(sentences);
    assertThat(node.audio(id))
        .hasSize((int) (reading.path("durationMs").asLong() / Mp3Frames.MILLIS * Mp3Frames.BYTES));
  }
}
