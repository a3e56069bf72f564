package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.Mp3Frames;
import tools.jackson.databind.JsonNode;

/** Three processes on one PostgreSQL and one S3 store: any node serves, each sentence once. */
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTest {

  /** Threads of a node: what may be in its hands when it is killed. */
  private static final int HANDS = 2;

  private static final int KILLS = Integer.getInteger("cluster.kills", 2);
  private static final String[] NAMES = {"a", "b", "c"};

  @TempDir static Path folder;

  private Node.Cluster cluster;
  private final Node[] nodes = new Node[NAMES.length];

  @BeforeAll
  void start() throws Exception {
    assumeTrue(
        PostgresServer.programs().isPresent(),
        "PostgreSQL isn't installed (apt-get install postgresql): the cluster is skipped.");
    cluster = new Node.Cluster(PostgresServer.start(), S3Server.start(), folder);
    Files.createFile(cluster.spoken());
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = Node.begin(cluster, NAMES[i]);
    }
    for (Node node : nodes) {
      node.ready();
    }
  }

  @AfterAll
  void stop() {
    for (Node node : nodes) {
      if (node != null) {
        node.close();
      }
    }
    if (cluster != null) {
      cluster.s3().close();
      cluster.postgres().close();
    }
  }

  @BeforeEach
  void forgetWhatWasSpoken() throws IOException {
    Files.write(cluster.spoken(), new byte[0]);
  }

  @AfterEach
  void mend() {
    cluster.s3().fault(S3Server.Fault.NONE);
  }

  private static String article(String name, int sentences) {
    return IntStream.range(0, sentences)
        .mapToObj(i -> name + " 마을 " + (i + 1) + "번째 집에 불이 켜졌습니다.")
        .collect(Collectors.joining(" "));
  }

  private Map<String, Long> spoken() throws IOException {
    return Files.readAllLines(cluster.spoken()).stream()
        .map(line -> line.substring(line.indexOf('\t') + 1))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private long repeats() throws IOException {
    return spoken().values().stream().mapToLong(times -> times - 1).sum();
  }

  private long speakers() throws IOException {
    return Files.readAllLines(cluster.spoken()).stream()
        .map(line -> line.substring(0, line.indexOf('\t')))
        .distinct()
        .count();
  }

  private void assertWhole(Node node, String id, int sentences) {
    JsonNode reading = node.complete(id);
    assertThat(reading.path("state").asString()).isEqualTo("complete");
    assertThat(reading.at("/progress/skipped").asInt()).isZero();
    assertThat(reading.at("/progress/total").asInt()).isGreaterThanOrEqualTo(sentences);
    assertThat(node.audio(id))
        .hasSize((int) (reading.path("durationMs").asLong() / Mp3Frames.MILLIS * Mp3Frames.BYTES));
  }

  @Test
  void whatIsAskedForAtOneIsHeardAtTheOthersWhileItIsMade() throws Exception {
    String id = nodes[0].ask(article("달빛", 40));
    byte[] atB;
    byte[] atC;
    try (var listeners = Executors.newFixedThreadPool(2)) {
      Future<byte[]> b = listeners.submit(() -> nodes[1].audio(id));
      Future<byte[]> c = listeners.submit(() -> nodes[2].audio(id));
      atB = b.get();
      atC = c.get();
    }
    assertWhole(nodes[0], id, 40);
    byte[] atA = nodes[0].audio(id);
    assertThat(atB).isEqualTo(atA);
    assertThat(atC).isEqualTo(atA);
    assertThat(repeats()).as("each sentence once: %s", spoken()).isZero();
    assertThat(spoken().size()).isGreaterThanOrEqualTo(40);
    assertThat(speakers()).as("more than one node worked").isGreaterThan(1);
  }

  @Test
  void theSameArticleAskedForEverywhereAtOnceIsMadeOnce() throws Exception {
    List<String> ids = new ArrayList<>();
    try (var askers = Executors.newFixedThreadPool(6)) {
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Node node = nodes[i % nodes.length];
        asked.add(askers.submit(() -> node.ask(article("별빛", 20))));
      }
      for (Future<String> one : asked) {
        ids.add(one.get());
      }
    }
    assertThat(ids).containsOnly(ids.getFirst());
    assertWhole(nodes[2], ids.getFirst(), 20);
    assertThat(repeats()).as("each sentence once: %s", spoken()).isZero();
  }

  @Test
  void aKilledNodeLosesNothingAndOnlyWhatWasInItsHandsIsMadeTwice() throws Exception {
    var random = new Random(26);
    for (int kill = 0; kill < KILLS; kill++) {
      Files.write(cluster.spoken(), new byte[0]);
      int victim = random.nextInt(nodes.length);
      Node witness = nodes[(victim + 1) % nodes.length];
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ids.add(nodes[victim].ask(article("바람" + kill + "길" + i, 24)));
      }
      int seen = 3 + random.nextInt(40);
      await("some of it is made")
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.readAllLines(cluster.spoken()).size() >= seen);
      nodes[victim].kill();
      for (String id : ids) {
        assertWhole(witness, id, 24);
      }
      assertThat(repeats()).as("kill %d: %s", kill, spoken()).isLessThanOrEqualTo(HANDS);
      nodes[victim] = Node.begin(cluster, NAMES[victim]).ready();
    }
  }

  @Test
  void aPausedNodeThatWakesUpDoesNoHarm() throws Exception {
    String id = nodes[0].ask(article("여울", 60));
    await("it is being made")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.readAllLines(cluster.spoken()).size() >= 6);
    nodes[0].signal("STOP");
    byte[] heard;
    try {
      heard = nodes[1].audio(id);
      assertWhole(nodes[1], id, 60);
    } finally {
      nodes[0].signal("CONT");
    }
    nodes[0].ready();
    assertThat(nodes[0].complete(id).path("state").asString()).isEqualTo("complete");
    assertThat(nodes[0].audio(id)).isEqualTo(heard);
    assertThat(nodes[2].audio(id)).isEqualTo(heard);
    assertThat(repeats()).as("%s", spoken()).isLessThanOrEqualTo(2 * HANDS);
  }

  @Test
  void aCrashOfTheDatabaseLosesNothing() throws Exception {
    String id = nodes[0].ask(article("샘물", 40));
    await("it is being made")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.readAllLines(cluster.spoken()).size() >= 6);
    cluster.postgres().crash();
    cluster.postgres().begin();
    assertWhole(nodes[1], id, 40);
    assertThat(nodes[2].complete(id).path("state").asString()).isEqualTo("complete");
    assertThat(nodes[2].audio(id)).isEqualTo(nodes[1].audio(id));
  }

  @Test
  void aStoreThatFailsOrLosesAnswersDelaysButLosesNothing() throws Exception {
    String id = nodes[1].ask(article("언덕", 40));
    for (var fault : List.of(S3Server.Fault.LOST_ANSWERS, S3Server.Fault.DOWN)) {
      int seen = Files.readAllLines(cluster.spoken()).size();
      cluster.s3().fault(fault);
      await("it goes on as far as it can")
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.readAllLines(cluster.spoken()).size() >= seen + 3);
    }
    assertThat(nodes[1].status("/actuator/health/readiness")).isEqualTo(503);
    cluster.s3().fault(S3Server.Fault.NONE);
    assertWhole(nodes[0], id, 40);
    nodes[1].ready();
    assertThat(nodes[2].complete(id).path("state").asString()).isEqualTo("complete");
    assertThat(nodes[2].audio(id)).isEqualTo(nodes[0].audio(id));
  }

  @Test
  void whatCannotBeSharedIsSaidAtTheStartWithAnExitCode() throws Exception {
    try (Node wrong = Node.begin(cluster, "wrong", "--nangdok.shared.database.password=wrong");
        Node nobody =
            Node.begin(cluster, "nobody", "--nangdok.shared.bucket.name=no-such-bucket")) {
      assertThat(wrong.ended()).isNotZero();
      assertThat(wrong.output()).contains("library.database-refused").doesNotContain("\tat ");
      assertThat(nobody.ended()).isNotZero();
      assertThat(nobody.output()).contains("library.bucket-refused").doesNotContain("\tat ");
    }
  }
}
