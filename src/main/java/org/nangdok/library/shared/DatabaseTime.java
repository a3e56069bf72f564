package org.nangdok.library.shared;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database's time as this node's monotonic clock continues it, so that nodes whose clocks are
 * apart agree about what is left of a share.
 */
final class DatabaseTime implements TimeMeter {

  private static final long FRESH = Duration.ofMinutes(1).toNanos();

  private final JdbcClient client;
  private volatile Asked last;

  /** What the database answered, and when that was here. */
  private record Asked(long time, long here) {}

  DatabaseTime(JdbcClient client) {
    this.client = client;
    this.last = ask();
  }

  /** Asks again once in a while; not within a transaction, because it takes a connection. */
  void refresh() {
    if (System.nanoTime() - last.here() > FRESH) {
      last = ask();
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
