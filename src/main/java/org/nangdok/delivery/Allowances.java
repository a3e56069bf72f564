package org.nangdok.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** What each of the {@link Clients} has left of its share, as token buckets that refill evenly. */
final class Allowances {

  private static final int MANY_CLIENTS = 100_000;

  private final LimitSettings limits;
  private final LoadingCache<String, Allowance> clients;

  private record Allowance(Bucket articles, Bucket bytes) {}

  Allowances(LimitSettings limits, TimeMeter time) {
    this.limits = limits;
    this.clients =
        Caffeine.newBuilder()
            .maximumSize(MANY_CLIENTS)
            .expireAfterAccess(limits.window().multipliedBy(2))
            .build(
                client ->
                    new Allowance(
                        bucket(limits.articles(), limits.window(), time),
                        bucket(limits.bytes(), limits.window(), time)));
  }

  private static Bucket bucket(long capacity, Duration window, TimeMeter time) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, window))
        .build();
  }

  /**
   * Takes one request out of a client's share.
   *
   * @param articles how many articles it hands in
   * @param bytes how large it is; more than a whole share costs a whole share
   * @throws LimitException if there isn't enough left
   */
  void take(String client, int articles, long bytes) {
    Allowance allowance = clients.get(client);
    if (articles > 0) {
      require(allowance.articles().tryConsumeAndReturnRemaining(articles), "new articles");
    }
    long cost = Math.clamp(bytes, 1, limits.bytes());
    require(allowance.bytes().tryConsumeAndReturnRemaining(cost), "bytes");
  }

  private static void require(ConsumptionProbe probe, String what) {
    if (!probe.isConsumed()) {
      throw LimitException.of(what, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }
}
