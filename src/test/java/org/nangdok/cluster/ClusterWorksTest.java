package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Books on several nodes: any node takes, pauses and continues them, whoever has them made. */
@Tag("cluster")
class ClusterWorksTest {

  private ThreeNodes all;

  @BeforeEach
  void start() throws Exception {
    all = ThreeNodes.ready();
  }

  private static String ask(Node node, String name, int chapters) {
    List<Map<String, String>> texts =
        IntStream.range(0, chapters)
            .mapToObj(
                i ->
                    Map.of(
                        "title",
                        name + " " + (i + 1) + "장",
                        "text",
                        ThreeNodes.article(name + (i + 1) + "장", 16)))
            .toList();
    return node.post("/api/works", Map.of("title", name, "chapters", texts)).path("id").asString();
  }

  private static JsonNode work(Node node, String id) {
    return node.document("/api/works/" + id);
  }

  private static void assertComplete(Node node, String id, int chapters) {
    await("the work is complete")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(() -> work(node, id).path("state").asString().equals("complete"));
    assertThat(work(node, id).at("/progress/done").asInt()).isEqualTo(chapters);
  }

  /** The node that has works made, by what it said when it started. */
  private int planner() {
    String name = planning();
    for (int i = 0; i < all.nodes.length; i++) {
      if (all.nodes[i].output().contains(name)) {
        return i;
      }
    }
    throw new IllegalStateException("No node is " + name);
  }

  private String planning() {
    String[] name = {""};
    await("a node has works made")
        .until(
            () -> {
              name[0] = turn();
              return !name[0].isEmpty();
            });
    return name[0];
  }

  private String turn() throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                all.cluster.postgres().url("nangdok"),
                PostgresServer.USER,
                PostgresServer.PASSWORD);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select node from turn where what = 'works' and until > now()")) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  @Test
  void whenTheNodeThatHasItMadeIsKilledAnotherGoesOn() throws Exception {
    String id = ask(all.nodes[0], "강물", 6);
    all.awaitSaid(20);
    int victim = planner();
    all.nodes[victim].kill();
    all.begin(victim);
    assertComplete(all.nodes[(victim + 1) % 3], id, 6);
    assertThat(all.repeats()).as("%s", all.spoken()).isLessThanOrEqualTo(ThreeNodes.HANDS);
    assertThat(all.speakers()).as("more than one node worked").isGreaterThan(1);
    all.nodes[victim].ready();
    assertThat(work(all.nodes[victim], id).path("state").asString()).isEqualTo("complete");
  }

  @Test
  void itIsPausedAtOneAndContinuedAtAnother() throws Exception {
    String id = ask(all.nodes[0], "바다", 5);
    all.awaitSaid(10);
    int planner = planner();
    Node other = all.nodes[(planner + 1) % 3];
    other.post("/api/works/" + id + "/pause", Map.of());
    assertThat(work(all.nodes[planner], id).path("state").asString()).isEqualTo("paused");
    int[] said = {-1};
    await("nothing more is made")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              int before = said[0];
              said[0] = all.said();
              return said[0] == before;
            });
    assertThat(work(other, id).at("/progress/done").asInt()).isLessThan(5);
    all.nodes[(planner + 2) % 3].post("/api/works/" + id + "/resume", Map.of());
    assertComplete(other, id, 5);
    assertThat(all.repeats()).as("%s", all.spoken()).isZero();
  }
}
