package org.nangdok.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The wall clock of another process, put forward and back while it runs, as an administrator or a
 * time server would (libfaketime); what measures durations goes on undisturbed, as on Linux. A
 * process under it needs some eight times the processor's time, so CI goes without.
 */
public final class MovedClock {

  private final Path library;
  private final Path offset;

  private MovedClock(Path library, Path offset) {
    this.library = library;
    this.offset = offset;
  }

  /** Skips the test where libfaketime is missing, unless the environment says that it must run. */
  public static MovedClock inside(Path folder) throws IOException {
    Optional<Path> library =
        Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
            .map(machine -> Path.of("/usr/lib", machine, "faketime/libfaketimeMT.so.1"))
            .filter(Files::exists)
            .findFirst();
    if (library.isEmpty()) {
      Assumptions.abort("libfaketime is not installed (Debian: faketime); skipped.");
    }
    var clock = new MovedClock(library.orElseThrow(), folder.resolve("clock"));
    clock.move(Duration.ZERO);
    return clock;
  }

  /** What a process needs in its environment to follow it. */
  public Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD",
        library.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        offset.toString(),
        "FAKETIME_NO_CACHE",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1");
  }

  /** Puts it so far from the true time, forward or back; the process sees it within a second. */
  public void move(Duration fromTruth) throws IOException {
    long seconds = fromTruth.toSeconds();
    Files.writeString(offset, (seconds < 0 ? "" : "+") + seconds + "\n");
  }
}
