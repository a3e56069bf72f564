package org.nangdok;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nangdok.reading.Keeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then at what is kept, and removes what is too old or too much. */
final class KeepingRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeepingRounds.class);

  private final Keeping keeping;
  private final Duration every;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("keeping").factory());

  KeepingRounds(Keeping keeping, Duration every) {
    this.keeping = keeping;
    this.every = every;
  }

  void start() {
    clock.scheduleWithFixedDelay(
        this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is thrown would end all rounds to come. */
  private void round() {
    try {
      keeping.round();
    } catch (RuntimeException | Error e) {
      LOG.error("What is kept can't be looked at", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
