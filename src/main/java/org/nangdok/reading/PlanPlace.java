package org.nangdok.reading;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading's plan is: in memory until it is kept, on the shelf from then on. Thread-safe.
 */
final class PlanPlace {

  private final String id;
  private final ReentrantLock lock = new ReentrantLock();

  /** The plan, where it can't be read again or needn't; else the shelf has it. */
  private volatile PlanShelf.@Nullable Planned held;

  private @Nullable PlanShelf shelf;
  private volatile int changes;

  PlanPlace(PlanShelf.Planned first) {
    this.id = first.plan().id();
    this.held = first;
  }

  /** The plan is kept now and needn't stay in memory. */
  void shelve(PlanShelf shelf) {
    lock.lock();
    try {
      PlanShelf.Planned kept = held;
      if (kept != null) {
        this.shelf = shelf;
        shelf.put(kept);
        held = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The plan as it is now; it may have to be read. */
  PlanShelf.Planned get() {
    PlanShelf.Planned now = held;
    if (now != null) {
      return now;
    }
    PlanShelf from;
    lock.lock();
    try {
      from = shelf;
      now = held;
    } finally {
      lock.unlock();
    }
    return now != null ? now : Objects.requireNonNull(from).get(id);
  }

  /** Another plan for the same reading, held until it is kept. */
  void change(PlanShelf.Planned another) {
    lock.lock();
    try {
      held = another;
      changes++;
    } finally {
      lock.unlock();
    }
  }

  /** How often the plan was changed. */
  int changes() {
    return changes;
  }
}
