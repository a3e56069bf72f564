package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a batch costs the database, counted and not timed. */
@Tag("cluster")
class ClusterCommitsTest {

  private ThreeNodes all;

  @BeforeEach
  void start() throws Exception {
    all = ThreeNodes.ready();
  }

  @Test
  void aSentenceOfABatchCostsAtMostOneCommit() throws Exception {
    List<Map<String, String>> chapters =
        IntStream.range(0, 6)
            .mapToObj(
                i -> Map.of("title", "장 " + i, "text", ThreeNodes.article("셈 " + i, 60)))
            .toList();
    String id =
        all.nodes[0]
            .post("/api/works", Map.of("title", "셈", "chapters", chapters))
            .path("id")
            .asString();
    all.awaitSaid(60);
    Statements before = Statements.of(all.cluster.postgres());
    int said = all.said();
    all.awaitSaid(said + 240);
    Statements.Counted counted = Statements.of(all.cluster.postgres()).since(before);
    int made = all.said() - said;
    all.nodes[0].post("/api/works/" + id + "/pause", Map.of());
    System.out.println(made + " sentences, all calls " + counted.calls().values().stream().mapToLong(l->l).sum() + counted);
    assertThat(counted.byWork()).as("%s", counted).isLessThanOrEqualTo(made);
  }
}
