package org.nangdok.feed;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rounds in which the sources of all feeds are looked at, one after the other. */
public final class FeedRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FeedRounds.class);

  private final FeedDesk feeds;
  private final Duration every;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("feeds").factory());

  /**
   * @param every the time between the end of a round and the beginning of the next
   */
  public FeedRounds(FeedDesk feeds, Duration every) {
    this.feeds = feeds;
    this.every = every;
  }

  /** Begins the first round now and then goes on. */
  public void start() {
    clock.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does one round soon, besides the usual ones. */
  public void soon() {
    try {
      clock.execute(this::round);
    } catch (RejectedExecutionException e) {
      LOG.debug("No round: the service is closing");
    }
  }

  /** What is thrown would end all rounds to come. */
  private void round() {
    try {
      feeds.follow();
    } catch (RuntimeException | Error e) {
      LOG.error("A round over the feeds failed", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
