package org.nangdok.library.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.nangdok.library.ClipClaims;
import org.nangdok.utterance.ClipKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This node's claims: leases of a few seconds that it renews while it works. A node that was paused
 * sees by its monotonic clock that its leases may be over and holds nothing; a claim's number keeps
 * it from renewing or releasing what is another's by now.
 */
public final class ClipLeases implements ClipClaims, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ClipLeases.class);

  /** How long a claim outlives its node. */
  public static final Duration LEASE = Duration.ofSeconds(3);

  private final ClipTable table;
  private final String node;
  private final Duration lease;
  private final LongSupplier nanoTime;
  private final Map<ClipKey, Held> held = new ConcurrentHashMap<>();
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
    long period = LEASE.toMillis() / 3;
    renewal.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
  }

  /** Renewed by whoever calls {@link #renew}. */
  ClipLeases(JdbcClient client, String node, Duration lease, LongSupplier nanoTime) {
    this.table = new ClipTable(client);
    this.node = node;
    this.lease = lease;
    this.nanoTime = nanoTime;
  }

  @Override
  public Set<ClipKey> claim(Collection<ClipKey> keys) {
    if (keys.isEmpty()) {
      return Set.of();
    }
    long now = nanoTime.getAsLong();
    List<ClipTable.Claim> claims = table.claim(keys, node, lease.toMillis());
    claims.forEach(claim -> held.put(claim.key(), new Held(claim.epoch(), now)));
    return claims.stream().map(ClipTable.Claim::key).collect(Collectors.toSet());
  }

  /** Some of the lease is left for the way to the store. */
  @Override
  public boolean holds(ClipKey key) {
    Held mine = held.get(key);
    return mine != null && nanoTime.getAsLong() - mine.since() < lease.toNanos() * 3 / 4;
  }

  @Override
  public void release(Collection<ClipKey> keys) {
    List<ClipTable.Claim> mine = new ArrayList<>();
    for (ClipKey key : keys) {
      Held one = held.remove(key);
      if (one != null) {
        mine.add(new ClipTable.Claim(key, one.epoch()));
      }
    }
    if (!mine.isEmpty()) {
      try {
        table.release(mine, node);
      } catch (DataAccessException e) {
        LOG.debug("Claims end by themselves", e);
      }
    }
  }

  /** Prolongs what is held; what others have by now is forgotten. */
  void renew() {
    try {
      Map<ClipKey, Held> before = Map.copyOf(held);
      if (before.isEmpty()) {
        return;
      }
      long now = nanoTime.getAsLong();
      Set<ClipKey> still =
          table.renew(
              before.entrySet().stream()
                  .map(one -> new ClipTable.Claim(one.getKey(), one.getValue().epoch()))
                  .toList(),
              node,
              lease.toMillis());
      before.forEach(
          (key, one) -> {
            if (still.contains(key)) {
              held.replace(key, one, new Held(one.epoch(), now));
            } else {
              held.remove(key, one);
            }
          });
    } catch (RuntimeException e) {
      LOG.warn("Claims can't be renewed at the moment: {}", e.getMessage());
    }
  }

  /** How many claims are in force, of all nodes. */
  public int inForce() {
    return table.claims();
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    release(List.copyOf(held.keySet()));
  }
}
