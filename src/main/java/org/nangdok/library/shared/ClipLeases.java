package org.nangdok.library.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipInfo;
import org.nangdok.library.LibraryException;
import org.nangdok.library.SectionClaims;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This node's claims: leases of a few seconds that it renews while it works. A node that was paused
 * sees by its monotonic clock that its leases may be over and holds nothing; a claim's number keeps
 * it from renewing or releasing what is another's by now.
 *
 * <p>What was made under a claim is written behind: with the end of the section, after a second at
 * the most, and at once where somebody listens at another node. Each of these is one commit, with
 * renewals, releases and word to those nodes in it. A node that dies before leaves objects without
 * rows, which whoever takes a claim over looks for.
 */
public final class ClipLeases implements SectionClaims, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClipLeases.class);

  /** How long a claim outlives its node. */
  public static final Duration LEASE = Duration.ofSeconds(3);

  /** Leases that are older than a third are renewed, and as old may be what isn't written. */
  private static final int THIRD = 3;

  private static final Duration LOOK = Duration.ofMillis(250);

  /** How long somebody is taken to listen elsewhere after that was seen. */
  private static final long WAITED = Duration.ofSeconds(15).toNanos();

  private final ClaimTable table;
  private final Duration lease;
  private final LongSupplier nanoTime;
  private final Map<ClipKey, Held> held = new ConcurrentHashMap<>();
  private final Map<ClipKey, ClipInfo> unwritten = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> waited = new ConcurrentHashMap<>();
  private final ReentrantLock writing = new ReentrantLock();
  private volatile long lastWritten;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("claims").factory());

  /**
   * @param epoch its number
   * @param since monotonic time before the statement that granted it
   */
  private record Held(long epoch, long since) {}

  /**
   * @param node this node's name, new with each start
   */
  public ClipLeases(JdbcClient client, String node) {
    this(client, node, LEASE, System::nanoTime);
    renewal.scheduleWithFixedDelay(
        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Renewed by whoever calls {@link #renew}. */
  ClipLeases(JdbcClient client, String node, Duration lease, LongSupplier nanoTime) {
    this.table = new ClaimTable(client, node, lease);
    this.lease = lease;
    this.nanoTime = nanoTime;
    this.lastWritten = nanoTime.getAsLong();
  }

  @Override
  public Set<ClipKey> claim(Collection<ClipKey> keys) {
    if (keys.isEmpty()) {
      return Set.of();
    }
    long now = nanoTime.getAsLong();
    List<ClaimTable.Claim> claims = table.claim(keys);
    hold(claims, now);
    return claims.stream().map(ClaimTable.Claim::key).collect(Collectors.toSet());
  }

  @Override
  public Standing begin(String reading, Collection<ClipKey> keys) {
    long now = nanoTime.getAsLong();
    ClaimTable.Begun begun = explained(() -> table.begin(reading, keys));
    hold(begun.claims(), now);
    if (begun.waited()) {
      waited.put(reading, now);
    }
    return begun.standing();
  }

  private void hold(Collection<ClaimTable.Claim> claims, long now) {
    claims.forEach(claim -> held.put(claim.key(), new Held(claim.epoch(), now)));
  }

  /** Some of the lease is left for the way to the store. */
  @Override
  public boolean holds(ClipKey key) {
    Held mine = held.get(key);
    return mine != null && nanoTime.getAsLong() - mine.since() < lease.toNanos() * 3 / 4;
  }

  @Override
  public boolean isUnmade(ClipKey key) {
    return holds(key) && !unwritten.containsKey(key);
  }

  @Override
  public boolean isTakenOver(ClipKey key) {
    Held mine = held.get(key);
    return mine != null && mine.epoch() > 1;
  }

  @Override
  public void release(Collection<ClipKey> keys) {
    try {
      end(keys, null);
    } catch (LibraryException e) {
      LOG.debug("Claims end by themselves", e);
    }
  }

  /**
   * Gives claims back and writes what was made under them, in one commit.
   *
   * @param done a task that ends with it
   */
  void end(Collection<ClipKey> keys, ClaimTable.@Nullable Task done) {
    List<ClaimTable.Claim> mine = new ArrayList<>();
    for (ClipKey key : keys) {
      Held one = held.remove(key);
      if (one != null) {
        mine.add(new ClaimTable.Claim(key, one.epoch()));
      }
    }
    if (!mine.isEmpty() || done != null) {
      write(mine, done);
    }
  }

  /**
   * Takes note of a clip that lies in the store by now.
   *
   * @return whether its row will be written; not if it isn't claimed here
   */
  boolean kept(ClipKey key, ClipInfo info) {
    if (!held.containsKey(key)) {
      return false;
    }
    unwritten.put(key, info);
    return true;
  }

  /** What isn't written yet of a clip that was made here. */
  Optional<ClipInfo> unwritten(ClipKey key) {
    return Optional.ofNullable(unwritten.get(key));
  }

  /** A clip was removed. */
  void forget(ClipKey key) {
    unwritten.remove(key);
  }

  /** Something of a reading is new; written at once where somebody waits for it elsewhere. */
  void changed(String reading) {
    changed.add(reading);
    if (isWaited(reading)) {
      write(List.of(), null);
    }
  }

  private boolean isWaited(String reading) {
    Long since = waited.get(reading);
    return since != null && nanoTime.getAsLong() - since < WAITED;
  }

  /** Somebody listens to a reading at another node. */
  void waited(String reading) {
    waited.put(reading, nanoTime.getAsLong());
    if (changed.contains(reading)) {
      write(List.of(), null);
    }
  }

  /** Renews what gets old and writes what wasn't. */
  private void look() {
    long third = lease.toNanos() / THIRD;
    long now = nanoTime.getAsLong();
    boolean old = held.values().stream().anyMatch(one -> now - one.since() >= third);
    boolean news = !unwritten.isEmpty() || !changed.isEmpty();
    if (old || news && now - lastWritten >= third) {
      renew();
    }
    waited.values().removeIf(since -> now - since >= WAITED);
  }

  /** Prolongs what is held; what others have by now is forgotten. */
  void renew() {
    try {
      write(List.of(), null);
    } catch (LibraryException e) {
      LOG.warn("Claims can't be renewed at the moment: {}", e.sentence());
    } catch (RuntimeException e) {
      LOG.error("Claims can't be renewed", e);
    }
  }

  /** One at a time, so that what waits meanwhile goes with the next. */
  private void write(Collection<ClaimTable.Claim> released, ClaimTable.@Nullable Task done) {
    writing.lock();
    try {
      Map<ClipKey, ClipInfo> kept = Map.copyOf(unwritten);
      Map<ClipKey, Held> mine = new HashMap<>(held);
      mine.keySet().removeAll(kept.keySet());
      List<ClaimTable.Claim> freed =
          released.stream().filter(one -> !kept.containsKey(one.key())).toList();
      freed.forEach(one -> mine.remove(one.key()));
      Set<String> news = Set.copyOf(changed);
      changed.removeAll(news); // what comes from here on is told with the next
      if (kept.isEmpty() && mine.isEmpty() && freed.isEmpty() && news.isEmpty() && done == null) {
        return;
      }
      try {
        written(kept, mine, new ClaimTable.Changes(kept, claims(mine), freed, news, done));
      } catch (RuntimeException e) {
        changed.addAll(news);
        throw e;
      }
    } finally {
      writing.unlock();
    }
  }

  private void written(
      Map<ClipKey, ClipInfo> kept, Map<ClipKey, Held> mine, ClaimTable.Changes changes) {
    long now = nanoTime.getAsLong();
    ClaimTable.Written written = explained(() -> table.write(changes));
    lastWritten = now;
    kept.forEach(
        (key, info) -> {
          held.remove(key);
          unwritten.remove(key, info);
        });
    mine.forEach(
        (key, one) -> {
          if (written.held().contains(key)) {
            held.replace(key, one, new Held(one.epoch(), now));
          } else {
            held.remove(key, one);
          }
        });
    for (String reading : changes.changed()) {
      waited.computeIfPresent(reading, (id, since) -> since - now < 0 ? null : since);
    }
    written.told().forEach(reading -> waited.put(reading, now));
  }

  private static List<ClaimTable.Claim> claims(Map<ClipKey, Held> mine) {
    return mine.entrySet().stream()
        .map(one -> new ClaimTable.Claim(one.getKey(), one.getValue().epoch()))
        .toList();
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException e) {
      throw new LibraryException(
          "storage.failed", "The database doesn't answer at the moment. Try again soon.", e);
    }
  }

  /** How many claims are in force, of all nodes. */
  public int inForce() {
    return table.inForce();
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    release(new HashSet<>(held.keySet()));
  }
}
