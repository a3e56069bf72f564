package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The figures of docs/scaling.md, with the tests' tone of 100 ms a sentence as the voice. Times are
 * told, not judged: they mean something on an idle machine only.
 */
@Tag("cluster")
class ClusterFiguresTest {

  private static final Path FIGURES = Path.of("target/cluster-figures.txt");
  private static final int ROUNDS = Integer.getInteger("cluster.rounds", 30);

  private ThreeNodes all;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(
        Boolean.getBoolean("cluster.figures"),
        "Figures are taken on an idle machine, with -Dcluster.figures=true: skipped.");
    all = ThreeNodes.ready();
  }

  private static void tell(String line) throws IOException {
    Files.writeString(FIGURES, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void tell(String what, List<Long> millis) throws IOException {
    List<Long> sorted = millis.stream().sorted().toList();
    tell(
        "%s: median %d ms, p90 %d, p99 %d, most %d (%d times)"
            .formatted(
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 9 / 10),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast(),
                sorted.size()));
  }

  private static long since(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** From the question at one node to the first byte of sound at another. */
  private static long firstSound(Node asked, Node heard, String name) throws IOException {
    long start = System.nanoTime();
    String id = asked.ask(ThreeNodes.article(name, 3));
    try (InputStream sound = heard.stream(id)) {
      assertThat(sound.read()).isNotNegative();
      return since(start);
    }
  }

  @Test
  void firstSoundHereAndElsewhereWithAndWithoutBatches() throws Exception {
    rounds(false, "warm", new ArrayList<>());
    for (String when : List.of("idle", "under batch")) {
      if (when.equals("under batch")) {
        batch(40);
      }
      for (boolean elsewhere : new boolean[] {false, true}) {
        List<Long> millis = new ArrayList<>();
        rounds(elsewhere, when, millis);
        tell("first sound, " + when + ", " + (elsewhere ? "another node" : "same node"), millis);
      }
    }
  }

  private void rounds(boolean elsewhere, String name, List<Long> millis) throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      Node asked = all.nodes[i % 3];
      Node heard = elsewhere ? all.nodes[(i + 1) % 3] : asked;
      millis.add(firstSound(asked, heard, name + elsewhere + i));
    }
  }

  /** A book that nobody has asked for before, so that each of its sentences is to be made. */
  private String batch(int chapters) {
    String book = Long.toString(System.nanoTime() % 1_000_000, Character.MAX_RADIX);
    List<Map<String, String>> texts =
        IntStream.range(0, chapters)
            .mapToObj(
                i ->
                    Map.of(
                        "title", "장 " + i, "text", ThreeNodes.article("묶음" + book + "의 " + i, 60)))
            .toList();
    return all.nodes[0]
        .post("/api/works", Map.of("title", "묶음 " + book, "chapters", texts))
        .path("id")
        .asString();
  }

  /** The longest silence of a stream during which another node, busy with it too, is killed. */
  @Test
  void theGapAfterAKill() throws Exception {
    List<Long> gaps = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int victim = i % 3;
      String id = all.nodes[victim].ask(ThreeNodes.article("틈" + i, 120));
      long longest = 0;
      try (InputStream sound = all.nodes[(victim + 1) % 3].stream(id)) {
        long last = System.nanoTime();
        byte[] piece = new byte[4096];
        boolean killed = false;
        long read = 0;
        for (int n = sound.read(piece); n >= 0; n = sound.read(piece)) {
          read += n;
          longest = Math.max(longest, killed ? since(last) : 0);
          last = System.nanoTime();
          if (!killed && read > 100_000) {
            all.nodes[victim].kill();
            killed = true;
          }
        }
      }
      gaps.add(longest);
      all.again(victim);
    }
    tell("longest gap of a stream after a kill", gaps);
  }

  private long commits() throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                all.cluster.postgres().url("postgres"),
                PostgresServer.USER,
                PostgresServer.PASSWORD);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select xact_commit from pg_stat_database where datname = 'nangdok'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Three, two, one: those that are too many are stopped, and begun again at the end. */
  @Test
  void sentencesASecondAndCommitsASentenceByProcesses() throws Exception {
    for (int processes = 3; processes >= 1; processes--) {
      if (processes < 3) {
        all.nodes[processes].kill();
      }
      all.forget();
      String id = batch(6 + processes);
      all.awaitSaid(60);
      int before = all.said();
      long commits = commits();
      long start = System.nanoTime();
      all.awaitSaid(before + 240);
      double seconds = since(start) / 1_000.0;
      int made = all.said() - before;
      tell(
          String.format(
              Locale.ROOT,
              "%d processes: %.1f sentences/s, %.1f commits a sentence (all statements counted)",
              processes,
              made / seconds,
              (commits() - commits) / (double) made));
      all.nodes[0].post("/api/works/" + id + "/pause", Map.of());
    }
    all.again(1);
    all.again(2);
  }
}
