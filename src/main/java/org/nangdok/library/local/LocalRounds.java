package org.nangdok.library.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.nangdok.library.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds of one machine, each kind on a thread of its own. */
public final class LocalRounds implements Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(LocalRounds.class);

  private final Map<String, Round> rounds = new ConcurrentHashMap<>();

  private record Round(ScheduledExecutorService clock, Runnable work) {}

  @Override
  public void begin(String name, Duration first, Duration every, Runnable work) {
    var round =
        new Round(
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory()),
            () -> round(name, work));
    rounds.put(name, round);
    round
        .clock()
        .scheduleWithFixedDelay(
            round.work(), first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void round(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      LOG.error("A round of {} failed", name, e);
    }
  }

  @Override
  public void soon(String name) {
    Round round = rounds.get(name);
    try {
      if (round != null) {
        round.clock().execute(round.work());
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("No round: the service is closing");
    }
  }

  @Override
  public void close() {
    rounds.values().forEach(round -> round.clock().shutdownNow());
  }
}
