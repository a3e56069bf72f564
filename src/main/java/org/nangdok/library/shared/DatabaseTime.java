package org.nangdok.library.shared;

import com.github.kagkarlsson.scheduler.Clock;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's time as this node's monotonic clock continues it, so that nodes whose clocks are
 * apart agree about what is left of a share, when work is due and who is dead.
 */
public final class DatabaseTime implements TimeMeter, Clock {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);
  private static final long FRESH = Duration.ofMinutes(1).toNanos();

  private final JdbcClient client;
  private final AtomicBoolean asks = new AtomicBoolean();
  private volatile Asked last;

  /** What the database answered, and when that was here. */
  private record Asked(long time, long here) {}

  public DatabaseTime(JdbcClient client) {
    this.client = client;
    this.last = ask();
  }

  /** Asks again once in a while; not within a transaction, because it takes a connection. */
  void refresh() {
    if (System.nanoTime() - last.here() > FRESH) {
      last = ask();
    }
  }

  /** Never waits for the database: what is too old is asked for beside. */
  @Override
  public Instant now() {
    if (System.nanoTime() - last.here() > FRESH && asks.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::askBeside);
    }
    long nanos = currentTimeNanos();
    return Instant.ofEpochSecond(0, nanos).truncatedTo(ChronoUnit.MICROS);
  }

  private void askBeside() {
    try {
      last = ask();
    } catch (DataAccessException e) {
      LOG.debug("The database's time goes on by this machine's clock", e);
    } finally {
      asks.set(false);
    }
  }

  private Asked ask() {
    long before = System.nanoTime();
    long micros =
        client
            .sql("select (extract(epoch from clock_timestamp()) * 1000000)::bigint")
            .query(Long.class)
            .single();
    long after = System.nanoTime();
    return new Asked(micros * 1_000, before + (after - before) / 2);
  }

  @Override
  public long currentTimeNanos() {
    Asked asked = last;
    return asked.time() + System.nanoTime() - asked.here();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
