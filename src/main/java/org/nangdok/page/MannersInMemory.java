package org.nangdok.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What one machine knows of sites. */
public final class MannersInMemory implements SiteManners {

  private static final int MANY_SITES = 10_000;

  private final Cache<String, Semaphore> places = Caffeine.newBuilder().weakValues().build();
  private final Cache<String, Rest> resting;

  /**
   * @param time measures how long rests last, whatever happens to the clock
   */
  public MannersInMemory(Ticker time) {
    this.resting =
        Caffeine.newBuilder()
            .maximumSize(MANY_SITES)
            .ticker(time)
            .expireAfter(Expiry.writing((String site, Rest rest) -> rest.left()))
            .build();
  }

  @Override
  public Optional<Rest> resting(String site) {
    return Optional.ofNullable(resting.getIfPresent(site))
        .map(rest -> new Rest(rest.status(), left(site).orElse(rest.left())));
  }

  private Optional<Duration> left(String site) {
    return resting.policy().expireVariably().flatMap(expiry -> expiry.getExpiresAfter(site));
  }

  @Override
  public void rest(String site, Rest rest) {
    resting.put(site, rest);
  }

  @Override
  public Optional<Place> enter(String site, int most, Duration patience)
      throws InterruptedException {
    Semaphore free = places.get(site, any -> new Semaphore(most));
    return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
        ? Optional.of(free::release)
        : Optional.empty();
  }
}
