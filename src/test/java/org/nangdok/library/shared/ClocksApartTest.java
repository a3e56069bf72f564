package org.nangdok.library.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.cluster.PostgresServer;
import org.nangdok.fault.MovedClock;
import org.nangdok.library.SectionQueue;
import org.nangdok.library.SectionQueue.Outcome;
import org.nangdok.library.SectionQueue.Section;
import org.nangdok.library.SectionQueue.Turn;

/** Two nodes whose clocks are minutes apart take over what the other leaves, and nothing before. */
@Tag("cluster")
class ClocksApartTest {

  /** Much less than the clocks are apart. */
  private static final Duration SOON = Duration.ofSeconds(40);

  @TempDir Path folder;

  private SharedLibrary library;

  @BeforeEach
  void open() {
    library = SharedLibrary.empty();
  }

  private Process other(MovedClock clock, Path log) throws Exception {
    String path =
        Optional.ofNullable(System.getProperty("surefire.test.class.path"))
            .orElse(System.getProperty("java.class.path"));
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                path,
                OtherNode.class.getName(),
                library.postgres.url("nangdok"),
                PostgresServer.USER,
                PostgresServer.PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(clock.environment());
    return builder.start();
  }

  private static void awaitLine(Path log, String start) {
    await(start)
        .atMost(Duration.ofMinutes(2))
        .until(() -> Files.readAllLines(log).stream().anyMatch(line -> line.startsWith(start)));
  }

  @ParameterizedTest
  @ValueSource(longs = {300, -300})
  void whatOneLeavesTheOtherTakesAndNotBefore(long seconds) throws Exception {
    MovedClock clock = MovedClock.inside(folder);
    clock.move(Duration.ofSeconds(seconds));
    Path log = folder.resolve("other.log");
    var leases = new ClipLeases(library.client, "here");
    var time = new DatabaseTime(library.client);
    BlockingQueue<Section> taken = new ArrayBlockingQueue<>(8);
    Process other = other(clock, log);
    try (var tasks = new SectionTasks(library.database.connections(), "here", 1, leases, time)) {
      awaitLine(log, "claimed 1");
      awaitLine(log, "time ");
      assertApart(log, seconds);
      Section section = new Section("reading", 0, 1);
      tasks.add(List.of(section), SectionQueue.ASKED_FOR);
      awaitLine(log, "took reading");
      assertThat(leases.claim(OtherNode.CLAIMED)).as("it is held").isFalse();

      other.destroyForcibly().waitFor();
      await().atMost(SOON).until(() -> leases.claim(OtherNode.CLAIMED));
      tasks.start(
          (one, waitedFor) -> {
            taken.add(one);
            return Turn.of(Outcome.DONE);
          });
      assertThat(taken.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isEqualTo(section);
    } finally {
      other.destroyForcibly();
      leases.close();
    }
  }

  /** Else nothing would be tried here. */
  private static void assertApart(Path log, long seconds) throws Exception {
    String told =
        Files.readAllLines(log).stream().filter(line -> line.startsWith("time ")).findFirst().get();
    long apart = Long.parseLong(told.split(" ")[1]) - System.currentTimeMillis();
    assertThat(Arrays.asList(apart < -100_000, apart > 100_000))
        .isEqualTo(Arrays.asList(seconds < 0, seconds > 0));
  }
}
