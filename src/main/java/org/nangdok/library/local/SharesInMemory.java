package org.nangdok.library.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.nangdok.library.ClientShares;

/** The shares of one machine's clients; forgotten when it stops. */
public final class SharesInMemory implements ClientShares {

  private static final int MANY = 200_000;

  private final TimeMeter time;
  private final Cache<Key, Bucket> buckets;

  /** Shares of the same size are one; another size begins anew. */
  private record Key(String client, String kind, Share share) {}

  public SharesInMemory(TimeMeter time) {
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MANY)
            .expireAfter(
                Expiry.accessing(
                    (Key key, Bucket bucket) -> key.share().window().multipliedBy(2))) // full again
            .build();
  }

  @Override
  public Optional<Duration> take(String client, String kind, long amount, Share share) {
    Bucket bucket = buckets.get(new Key(client, kind, share), key -> bucket(key.share()));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(amount);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(Share share) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit ->
                limit.capacity(share.capacity()).refillGreedy(share.capacity(), share.window()))
        .build();
  }
}
