package org.nangdok.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipStore;
import org.nangdok.library.Feed;
import org.nangdok.library.FeedStore;
import org.nangdok.library.ListedReading;
import org.nangdok.library.ReadingStore;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept and for how long: lists readings, removes them when somebody asks, and those that
 * nobody has heard for long when their time is over or there is no room for more. What is being
 * heard or made, or stands in a feed, stays.
 */
public final class Keeping {

  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);
  private static final int ROUNDS_FOR_ALL = 50;
  private static final int HEAP_SHARE = 8;

  /** A clip that no reading uses may be heard right now, by whoever asked for it. */
  private static final Duration IN_USE = Duration.ofHours(1);

  private final KeptReadings kept;
  private final Predicate<String> inUse;
  private final ReadingStore readings;
  private final ClipStore clips;
  private final FeedStore feeds;
  private final Clock clock;
  private final Limits limits;
  private final LongSupplier others;
  private final List<Consumer<String>> told = new ArrayList<>();
  private final List<Consumer<Instant>> old = new ArrayList<>();
  private final List<Spare> spares = new ArrayList<>();

  /**
   * How much is kept; 0 of either for no limit.
   *
   * @param time readings that nobody asked for in this time are removed
   * @param bytes of sound, database and {@linkplain Spare what can be made anew} together
   */
  public record Limits(Duration time, long bytes) {}

  /** A clip that no reading uses. */
  private record Orphan(ClipKey key, long bytes, Instant made) {}

  /**
   * @param others bytes that are kept besides clips
   */
  public Keeping(
      ReadingDesk desk,
      ReadingStore readings,
      ClipStore clips,
      FeedStore feeds,
      Clock clock,
      Limits limits,
      LongSupplier others) {
    this(desk.kept(), desk::isInUse, readings, clips, feeds, clock, limits, others);
  }

  private Keeping(
      KeptReadings kept,
      Predicate<String> inUse,
      ReadingStore readings,
      ClipStore clips,
      FeedStore feeds,
      Clock clock,
      Limits limits,
      LongSupplier others) {
    this.kept = kept;
    this.inUse = inUse;
    this.readings = readings;
    this.clips = clips;
    this.feeds = feeds;
    this.clock = clock;
    this.limits = limits;
    this.others = others;
  }

  /** For a data folder that no service uses. */
  public static Keeping withoutService(
      ReadingStore readings, ClipStore clips, FeedStore feeds, Clock clock) {
    var silent = new ClipMaker(engine -> Optional.empty(), clips);
    var kept =
        new KeptReadings(
            readings, clips, silent, clock, Runtime.getRuntime().maxMemory() / HEAP_SHARE);
    var unlimited = new Limits(Duration.ZERO, 0);
    return new Keeping(kept, id -> false, readings, clips, feeds, clock, unlimited, () -> 0);
  }

  /** Has somebody told of each reading that is removed, so that what was made of it goes too. */
  public void whenRemoved(Consumer<String> listener) {
    told.add(listener);
  }

  /** Has somebody told, round by round, since when what nobody asked for is too old. */
  public void whenOld(Consumer<Instant> listener) {
    old.add(listener);
  }

  /** Counts something among what is kept; it goes before any reading does. */
  public void counts(Spare spare) {
    spares.add(spare);
  }

  /**
   * Readings, newest first.
   *
   * @param owner a key's id; everybody's if null
   * @param before the last one of the page before
   */
  public List<ListedReading> list(@Nullable String owner, @Nullable String before, int most) {
    return readings.newest(owner, before, most);
  }

  /** Lets a key see a reading as its own. */
  public void own(String id, String owner) {
    readings.own(id, owner);
  }

  /**
   * Removes a reading: its text, what was made of it, and clips that no other reading uses.
   *
   * @param owner the key that wants it gone; where others asked for it too, it only leaves that
   *     key's list. Null for who may remove any.
   * @throws ReadingException with code {@code reading.unknown}, or {@code reading.in-feed} if it
   *     stands in a feed
   */
  public void remove(String id, @Nullable String owner) {
    if (readings.find(id).isEmpty() || owner != null && !readings.disown(id, owner)) {
      throw new ReadingException(
          "reading.unknown",
          "There is no reading of that id among yours; GET /api/readings lists them.");
    }
    if (owner != null && readings.isOwned(id)) {
      return;
    }
    for (Feed feed : feeds.all()) {
      if (feed.entries().stream().anyMatch(entry -> entry.reading().equals(id))) {
        throw new ReadingException(
            "reading.in-feed",
            "This reading stands in the feed " + feed.name() + "; take it out there first.");
      }
    }
    removeAll(List.of(id));
  }

  /** Removes those of these readings that no key asked for and that stand in no feed. */
  public void removeUnused(Collection<String> ids) {
    Set<String> inFeeds = inFeeds();
    List<String> unused =
        ids.stream().filter(id -> !inFeeds.contains(id) && !readings.isOwned(id)).toList();
    if (!unused.isEmpty()) {
      removeAll(unused);
    }
  }

  private long removeAll(List<String> ids) {
    long freed = kept.remove(ids);
    ids.forEach(id -> told.forEach(listener -> listener.accept(id)));
    return freed;
  }

  /** Removes what has been kept for too long or is too much. */
  public void round() {
    kept.upgrade();
    if (limits.time().isPositive()) {
      Instant end = clock.instant().minus(limits.time());
      old.forEach(listener -> listener.accept(end));
      List<String> old =
          removable().stream()
              .filter(reading -> reading.heard().isBefore(end))
              .map(ListedReading::id)
              .toList();
      if (!old.isEmpty()) {
        removeAll(old);
        LOG.info("{} readings that nobody heard for {} were removed", old.size(), limits.time());
      }
      removeOrphans(end, Long.MAX_VALUE);
    }
    if (limits.bytes() > 0) {
      makeRoom();
    }
  }

  private void makeRoom() {
    long[] size = {others.getAsLong()};
    clips.each((key, bytes, made) -> size[0] += bytes);
    long over = size[0] + spares.stream().mapToLong(Spare::bytes).sum() - limits.bytes();
    for (Spare spare : spares) {
      over -= over > 0 ? spare.free(over) : 0;
    }
    if (over <= 0) {
      return;
    }
    over -= removeOrphans(clock.instant().minus(IN_USE), over);
    List<ListedReading> removable = removable();
    int together = Math.max(1, removable.size() / ROUNDS_FOR_ALL);
    int removed = 0;
    while (over > 0 && removed < removable.size()) {
      int to = Math.min(removable.size(), removed + together);
      over -= removeAll(removable.subList(removed, to).stream().map(ListedReading::id).toList());
      removed = to;
    }
    LOG.info("{} readings were removed to make room", removed);
    if (over > 0) {
      LOG.warn("What is kept is still {} MB over nangdok.keep.megabytes", over / 1_000_000);
    }
  }

  private List<ListedReading> removable() {
    Set<String> inFeeds = inFeeds();
    return readings.leastHeard().stream()
        .filter(reading -> !inFeeds.contains(reading.id()) && !inUse.test(reading.id()))
        .toList();
  }

  private Set<String> inFeeds() {
    Set<String> inFeeds = new HashSet<>();
    feeds.all().forEach(feed -> feed.entries().forEach(entry -> inFeeds.add(entry.reading())));
    return inFeeds;
  }

  /** Clips that no reading uses, oldest first; keys are told apart by their first eight bytes. */
  private List<Orphan> orphans() {
    long[] sorted = used();
    List<Orphan> orphans = new ArrayList<>();
    clips.each(
        (key, bytes, made) -> {
          if (Arrays.binarySearch(sorted, number(key)) < 0) {
            orphans.add(new Orphan(key, bytes, made));
          }
        });
    orphans.sort(Comparator.comparing(Orphan::made));
    return orphans;
  }

  private long[] used() {
    var used = new LongList();
    readings.eachClips(keys -> KeptReadings.each(keys, key -> used.add(number(key))));
    return used.sorted();
  }

  /**
   * Removes clips that no reading uses, oldest first, while no reading begins.
   *
   * @return how many bytes that gave back
   */
  private long removeOrphans(Instant madeBefore, long enough) {
    List<Orphan> orphans = orphans();
    long[] freed = {0};
    kept.alone(
        () -> {
          long[] used = used(); // a reading may have begun meanwhile
          for (Orphan orphan : orphans) {
            if (freed[0] < enough
                && orphan.made().isBefore(madeBefore)
                && Arrays.binarySearch(used, number(orphan.key())) < 0) {
              freed[0] += clips.remove(orphan.key());
            }
          }
        });
    return freed[0];
  }

  private static long number(ClipKey key) {
    return Long.parseUnsignedLong(key.hex().substring(0, 16), 16);
  }

  /** Many numbers in little memory. */
  private static final class LongList {
    private long[] numbers = new long[1_024];
    private int size;

    void add(long number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    long[] sorted() {
      long[] sorted = Arrays.copyOf(numbers, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
