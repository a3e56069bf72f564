package org.nangdok.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nangdok.library.FeedStore;
import org.nangdok.reading.ReadingDesk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Readings whose sound and transcript pages of other sites may load: those that a page of an
 * allowed site has opened in the last day, and those that stand in a feed.
 */
@Component
class EmbeddedReadings implements OriginGuard.Opened {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ObjectProvider<ReadingDesk> desk;
  private final ObjectProvider<FeedStore> feeds;
  private final Cache<String, Boolean> opened =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(DAY).build();
  private final Cache<String, Boolean> clips =
      Caffeine.newBuilder().maximumSize(200_000).expireAfterAccess(DAY).build();
  private final Cache<String, Set<String>> inFeeds =
      Caffeine.newBuilder().maximumSize(1).expireAfterWrite(MINUTE).build();

  EmbeddedReadings(ObjectProvider<ReadingDesk> desk, ObjectProvider<FeedStore> feeds) {
    this.desk = desk;
    this.feeds = feeds;
  }

  @Override
  public void note(String id) {
    if (opened.getIfPresent(id) == null) {
      desk.getObject()
          .find(id)
          .ifPresent(
              reading -> {
                opened.put(id, true);
                for (int i = 0; i < reading.size(); i++) {
                  clips.put(reading.key(i).hex(), true);
                }
              });
    }
  }

  @Override
  public boolean has(String reading) {
    return opened.getIfPresent(reading) != null || inFeeds().contains(reading);
  }

  private Set<String> inFeeds() {
    return inFeeds.get(
        "",
        all -> {
          Set<String> readings = ConcurrentHashMap.newKeySet();
          feeds
              .getObject()
              .all()
              .forEach(feed -> feed.entries().forEach(entry -> readings.add(entry.reading())));
          return readings;
        });
  }

  @Override
  public boolean hasClip(String key) {
    return clips.getIfPresent(key) != null;
  }
}
