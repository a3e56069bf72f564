package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a batch costs the database, counted: a commit a sentence at most, besides what comes by
 * time. All of it stands in target/cluster-commits.txt.
 */
@Tag("cluster")
class ClusterCommitsTest {

  /**
   * So many commits a second come by time on three nodes that work: looks for due work and for dead
   * nodes, heartbeats, renewals of claims, who has works made.
   */
  private static final int BY_TIME = 10;

  private ThreeNodes all;

  @BeforeEach
  void start() throws Exception {
    all = ThreeNodes.ready();
  }

  @Test
  void aSentenceOfABatchCostsAtMostOneCommit() throws Exception {
    List<Map<String, String>> chapters =
        IntStream.range(0, 6)
            .mapToObj(i -> Map.of("title", "장 " + i, "text", ThreeNodes.article("셈 " + i, 60)))
            .toList();
    String id =
        all.nodes[0]
            .post("/api/works", Map.of("title", "셈", "chapters", chapters))
            .path("id")
            .asString();
    all.awaitSaid(60);
    long start = System.nanoTime();
    Statements before = Statements.of(all.cluster.postgres());
    int said = all.said();
    all.awaitSaid(said + 240);
    Statements.Counted counted = Statements.of(all.cluster.postgres()).since(before);
    int made = all.said() - said;
    long nanos = System.nanoTime() - start;
    all.nodes[0].post("/api/works/" + id + "/pause", Map.of());
    String told = "%d sentences, %s%n".formatted(made, counted);
    Files.writeString(Path.of("target/cluster-commits.txt"), told);
    assertThat(counted.commits())
        .as("%s", counted)
        .isLessThanOrEqualTo(made + Math.round(BY_TIME * nanos / 1e9));
  }
}
