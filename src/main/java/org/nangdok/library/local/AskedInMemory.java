package org.nangdok.library.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.nangdok.library.AskedReadings;

/** What one machine's clients asked for. */
public final class AskedInMemory implements AskedReadings {

  private static final int MANY_CLIENTS = 100_000;
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final Predicate<String> inWork;
  private final Cache<String, Set<String>> readings =
      Caffeine.newBuilder().maximumSize(MANY_CLIENTS).expireAfterWrite(FORGOTTEN).build();

  /**
   * @param inWork whether a reading of that id is still being made
   */
  public AskedInMemory(Predicate<String> inWork) {
    this.inWork = inWork;
  }

  @Override
  public int inWork(String client) {
    Set<String> asked = readings.getIfPresent(client);
    if (asked == null) {
      return 0;
    }
    asked.removeIf(inWork.negate());
    return asked.size();
  }

  @Override
  public void asked(String client, String reading) {
    readings.get(client, none -> ConcurrentHashMap.newKeySet()).add(reading);
  }
}
