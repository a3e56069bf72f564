package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fourth node that isn't like the others: other tables, voices or engines. */
@Tag("cluster")
class UnequalNodesTest {

  private static final int SENTENCES = 24;

  @TempDir Path folder;

  private ThreeNodes all;

  @BeforeEach
  void start() throws Exception {
    all = ThreeNodes.ready();
  }

  /** Each asks, the other serves; all sound is the same and made once. */
  private void assertTogether(Node fourth, String name) throws Exception {
    String here = fourth.ask(ThreeNodes.article(name + " 이쪽", SENTENCES));
    String there = all.nodes[0].ask(ThreeNodes.article(name + " 저쪽", SENTENCES));
    byte[] heard = fourth.audio(there);
    ThreeNodes.assertWhole(all.nodes[1], here, SENTENCES);
    ThreeNodes.assertWhole(fourth, there, SENTENCES);
    assertThat(all.nodes[2].complete(there).path("state").asString()).isEqualTo("complete");
    assertThat(all.nodes[2].audio(there)).isEqualTo(heard);
    assertThat(fourth.complete(here).path("state").asString()).isEqualTo("complete");
    assertThat(fourth.audio(here)).isEqualTo(all.nodes[1].audio(here));
    assertThat(all.repeats()).as("%s", all.spoken()).isZero();
  }

  @Test
  void itIsOfALaterVersionWhoseTablesHaveMore() throws Exception {
    Files.writeString(
        folder.resolve("V900__later.sql"),
        "alter table reading add column later text;\n"
            + "alter table clip add column later integer default 1;\n"
            + "create table later (id integer primary key);\n");
    String database = all.cluster.postgres().url("nangdok");
    String locations = "--spring.flyway.locations=classpath:db/shared,filesystem:" + folder;
    try (Node fourth = Node.begin(all.cluster, "later", locations)) {
      fourth.ready();
      assertTogether(fourth, "새로운");
      try (Node before = Node.begin(all.cluster, "before")) {
        assertThat(before.ended()).isNotZero();
        assertThat(before.output()).contains("library.newer-schema").doesNotContain("\tat ");
      }
    } finally {
      RefusedStartTest.execute(database, "delete from flyway_schema_history where version = '900'");
    }
  }

  /** What it takes it puts back for the others. */
  @Test
  void itHasNoneOfTheVoices() throws Exception {
    try (Node fourth = Node.beginWith("-Dcluster.lacks=.*", Map.of(), all.cluster, "poor")) {
      fourth.ready();
      assertPoor(fourth, "가난한");
    }
  }

  private void assertPoor(Node fourth, String name) throws Exception {
    assertTogether(fourth, name);
    assertThat(Files.readAllLines(all.cluster.spoken()))
        .isNotEmpty()
        .noneMatch(line -> line.startsWith(fourth.pid() + "\t"));
  }

  /** Each makes what was planned for its version; what nobody can make is planned anew. */
  @Test
  void itSpeaksInAnotherVersion() throws Exception {
    try (Node fourth = Node.beginWith("-Dcluster.version=-next", Map.of(), all.cluster, "next")) {
      fourth.ready();
      String theirs = all.nodes[0].ask(ThreeNodes.article("옛것의", SENTENCES));
      String its = fourth.ask(ThreeNodes.article("새것의", SENTENCES));
      ThreeNodes.assertWhole(fourth, theirs, SENTENCES);
      ThreeNodes.assertWhole(all.nodes[1], its, SENTENCES);
      assertThat(all.nodes[2].audio(its)).isEqualTo(fourth.audio(its));
      assertThat(all.repeats()).as("%s", all.spoken()).isZero();
      String itself = fourth.pid() + "\t";
      assertThat(Files.readAllLines(all.cluster.spoken()))
          .as("each in the version for which it was planned")
          .allMatch(line -> line.contains("새것의") == line.startsWith(itself));

      all.forget();
      String left = fourth.ask(ThreeNodes.article("남은", 60));
      all.awaitSaid(5);
      fourth.kill();
      ThreeNodes.assertWhole(all.nodes[1], left, 60);
      assertThat(all.speakers()).as("the others went on").isGreaterThan(1);
    }
  }
}
