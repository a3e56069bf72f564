package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fourth node that isn't like the others: another clock, another version, fewer voices. */
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
  void itsClockIsFiveMinutesAhead() throws Exception {
    assertTogether("+300s", "앞선");
  }

  @Test
  void itsClockIsFiveMinutesBehind() throws Exception {
    assertTogether("-300s", "뒤진");
  }

  private void assertTogether(String moved, String name) throws Exception {
    Path library =
        Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
            .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketimeMT.so.1"))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    assumeTrue(library != null, "libfaketime is not installed (Debian: faketime); skipped.");
    var clock =
        new Node.Difference(
            List.of(),
            Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                moved,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
    try (Node fourth = Node.begin(all.cluster, "clock" + moved, clock)) {
      fourth.ready();
      assertTogether(fourth, name);
    }
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

  @Test
  void itHasNoneOfTheVoices() throws Exception {
    var poor = Node.Difference.of("cluster.lacks=.*");
    try (Node fourth = Node.begin(all.cluster, "poor", poor)) {
      fourth.ready();
      assertTogether(fourth, "가난한");
      assertThat(Files.readAllLines(all.cluster.spoken()))
          .noneMatch(line -> line.startsWith(fourth.pid() + "\t"));
    }
  }
}
