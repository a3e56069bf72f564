package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three processes on one PostgreSQL and one S3 store: any node serves, each sentence once. */
@Tag("cluster")
class ClusterTest {

  private static final int KILLS = Integer.getInteger("cluster.kills", 2);

  private ThreeNodes all;
  private Node.Cluster cluster;
  private Node[] nodes;

  @BeforeEach
  void start() throws Exception {
    all = ThreeNodes.ready();
    cluster = all.cluster;
    nodes = all.nodes;
  }

  @Test
  void whatIsAskedForAtOneIsHeardAtTheOthersWhileItIsMade() throws Exception {
    String id = nodes[0].ask(ThreeNodes.article("달빛", 40));
    byte[] atB;
    byte[] atC;
    try (var listeners = Executors.newFixedThreadPool(2)) {
      Future<byte[]> b = listeners.submit(() -> nodes[1].audio(id));
      Future<byte[]> c = listeners.submit(() -> nodes[2].audio(id));
      atB = b.get();
      atC = c.get();
    }
    ThreeNodes.assertWhole(nodes[0], id, 40);
    byte[] atA = nodes[0].audio(id);
    assertThat(atB).isEqualTo(atA);
    assertThat(atC).isEqualTo(atA);
    assertThat(all.repeats()).as("each sentence once: %s", all.spoken()).isZero();
    assertThat(all.spoken().size()).isGreaterThanOrEqualTo(40);
    assertThat(all.speakers()).as("more than one node worked").isGreaterThan(1);
  }

  @Test
  void theSameArticleAskedForEverywhereAtOnceIsMadeOnce() throws Exception {
    List<String> ids = new ArrayList<>();
    try (var askers = Executors.newFixedThreadPool(6)) {
      List<Future<String>> asked = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Node node = nodes[i % nodes.length];
        asked.add(askers.submit(() -> node.ask(ThreeNodes.article("별빛", 20))));
      }
      for (Future<String> one : asked) {
        ids.add(one.get());
      }
    }
    assertThat(ids).containsOnly(ids.getFirst());
    ThreeNodes.assertWhole(nodes[2], ids.getFirst(), 20);
    assertThat(all.repeats()).as("each sentence once: %s", all.spoken()).isZero();
  }

  @Test
  void aKilledNodeLosesNothingAndOnlyWhatWasInItsHandsIsMadeTwice() throws Exception {
    var random = new Random(26);
    for (int kill = 0; kill < KILLS; kill++) {
      all.forget();
      int victim = random.nextInt(nodes.length);
      Node witness = nodes[(victim + 1) % nodes.length];
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        ids.add(nodes[victim].ask(ThreeNodes.article("바람" + kill + "길" + i, 24)));
      }
      int seen = 3 + random.nextInt(40);
      await("some of it is made")
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.readAllLines(cluster.spoken()).size() >= seen);
      nodes[victim].kill();
      all.begin(victim);
      for (String id : ids) {
        ThreeNodes.assertWhole(witness, id, 24);
      }
      assertThat(all.repeats())
          .as("kill %d: %s", kill, all.spoken())
          .isLessThanOrEqualTo(ThreeNodes.HANDS);
      nodes[victim].ready();
    }
  }

  @Test
  void aPausedNodeThatWakesUpDoesNoHarm() throws Exception {
    String id = nodes[0].ask(ThreeNodes.article("여울", 60));
    await("it is being made")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.readAllLines(cluster.spoken()).size() >= 6);
    nodes[0].signal("STOP");
    byte[] heard;
    try {
      heard = nodes[1].audio(id);
      ThreeNodes.assertWhole(nodes[1], id, 60);
    } finally {
      nodes[0].signal("CONT");
    }
    nodes[0].ready();
    assertThat(nodes[0].complete(id).path("state").asString()).isEqualTo("complete");
    assertThat(nodes[0].audio(id)).isEqualTo(heard);
    assertThat(nodes[2].audio(id)).isEqualTo(heard);
    assertThat(all.repeats()).as("%s", all.spoken()).isLessThanOrEqualTo(2 * ThreeNodes.HANDS);
  }

  @Test
  void aCrashOfTheDatabaseLosesNothing() throws Exception {
    String id = nodes[0].ask(ThreeNodes.article("샘물", 40));
    await("it is being made")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.readAllLines(cluster.spoken()).size() >= 6);
    cluster.postgres().crash();
    cluster.postgres().begin();
    ThreeNodes.assertWhole(nodes[1], id, 40);
    assertThat(nodes[2].complete(id).path("state").asString()).isEqualTo("complete");
    assertThat(nodes[2].audio(id)).isEqualTo(nodes[1].audio(id));
  }

  @Test
  void aStoreThatFailsOrLosesAnswersDelaysButLosesNothing() throws Exception {
    String id = nodes[1].ask(ThreeNodes.article("언덕", 40));
    cluster.s3().fault(S3Server.Fault.LOST_ANSWERS);
    await("it goes on with lost answers")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Files.readAllLines(cluster.spoken()).size() >= 3);
    cluster.s3().fault(S3Server.Fault.DOWN);
    await("it tells that it can't keep anything")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> nodes[1].status("/actuator/health/readiness") == 503);
    assertThat(Files.readAllLines(cluster.spoken()))
        .as("some are still to be made")
        .hasSizeLessThan(40);
    cluster.s3().fault(S3Server.Fault.NONE);
    ThreeNodes.assertWhole(nodes[0], id, 40);
    nodes[1].ready();
    assertThat(nodes[2].complete(id).path("state").asString()).isEqualTo("complete");
    assertThat(nodes[2].audio(id)).isEqualTo(nodes[0].audio(id));
  }

  @Test
  void aSlowStoreDelaysButLosesNothing() throws Exception {
    cluster.s3().fault(S3Server.Fault.SLOW);
    String id = nodes[2].ask(ThreeNodes.article("저녁", 12));
    ThreeNodes.assertWhole(nodes[0], id, 12);
    assertThat(nodes[1].complete(id).path("state").asString()).isEqualTo("complete");
    assertThat(nodes[1].audio(id)).isEqualTo(nodes[0].audio(id));
    assertThat(all.repeats()).as("%s", all.spoken()).isZero();
  }
}
