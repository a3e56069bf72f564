package org.nangdok.library.shared;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.nangdok.library.ClientShares;
import org.nangdok.library.LibraryException;
import org.springframework.dao.DataAccessException;

/** The shares of all machines' clients together, in the table {@code client_share}. */
public final class SharedShares implements ClientShares {

  /** A row goes so long after its bucket is full again. */
  private static final Duration FULL = Duration.ofMinutes(1);

  private static final int AT_ONCE = 1_000;

  private final DatabaseTime time;
  private final PostgreSQLSelectForUpdateBasedProxyManager<Long> buckets;

  public SharedShares(DataSource connections, DatabaseTime time) {
    this.time = time;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
            .primaryKeyMapper(PrimaryKeyMapper.LONG)
            .table("client_share")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(FULL))
            .clientClock(time)
            .build();
  }

  @Override
  public Optional<Duration> take(String client, String kind, long amount, Share share) {
    try {
      time.refresh();
      ConsumptionProbe probe =
          buckets
              .builder()
              .build(id(client, kind, share), () -> configuration(share))
              .tryConsumeAndReturnRemaining(amount);
      return probe.isConsumed()
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    } catch (BucketExecutionException | DataAccessException e) {
      throw new LibraryException(
          "storage.failed", "The database doesn't answer at the moment. Try again soon.", e);
    }
  }

  /** Shares of another size, as after a change of settings, begin anew. */
  private static long id(String client, String kind, Share share) {
    return ClientHash.of(
        String.join("\n", kind, share.capacity() + "/" + share.window().toMillis(), client));
  }

  private static BucketConfiguration configuration(Share share) {
    return BucketConfiguration.builder()
        .addLimit(
            limit ->
                limit.capacity(share.capacity()).refillGreedy(share.capacity(), share.window()))
        .build();
  }

  /** Forgets shares that are full again. */
  public void sweep() {
    int gone;
    do {
      gone = buckets.removeExpired(AT_ONCE);
    } while (gone == AT_ONCE);
  }
}
