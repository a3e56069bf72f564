package org.nangdok.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory that some kind of work may use together, in bytes as they are guessed. Who wants more than
 * is left waits in turn; who wants more than all of it gets all of it. Thread-safe.
 */
public final class MemoryBudget {

  private static final int UNIT = 1_024;

  private final int units;
  private final Semaphore left;

  /**
   * @param bytes how much there is
   */
  public MemoryBudget(long bytes) {
    this.units = (int) Math.clamp(bytes / UNIT, 1, Integer.MAX_VALUE);
    this.left = new Semaphore(units, true);
  }

  /** A part of the heap. */
  public static MemoryBudget ofHeap(int share) {
    return new MemoryBudget(Runtime.getRuntime().maxMemory() / share);
  }

  /** A part that somebody holds; given back when it is closed, once. */
  public final class Share implements AutoCloseable {
    private int held;

    private Share(int held) {
      this.held = held;
    }

    @Override
    public void close() {
      left.release(held);
      held = 0;
    }
  }

  /**
   * Takes a part.
   *
   * @return nothing if it isn't there in time
   */
  public Optional<Share> take(long bytes, Duration patience) throws InterruptedException {
    int wanted = (int) Math.clamp(bytes / UNIT, 1, units);
    return left.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)
        ? Optional.of(new Share(wanted))
        : Optional.empty();
  }

  /** How many bytes are left. */
  public long left() {
    return (long) left.availablePermits() * UNIT;
  }
}
