package org.nangdok;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All memory that the process holds, what speech libraries take outside of the heap included; only
 * where the system tells it in {@code /proc} (Linux, proc_pid_status(5)).
 */
@Component
class ResidentMemory implements MeterBinder {

  private static final Path STATUS = Path.of("/proc/self/status");

  @Override
  public void bindTo(MeterRegistry meters) {
    if (bytes().isPresent()) {
      Gauge.builder("process.resident.memory", () -> bytes().orElse(0L))
          .baseUnit("bytes")
          .register(meters);
    }
  }

  private static Optional<Long> bytes() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
