package org.nangdok.reading;

import java.util.concurrent.locks.ReentrantLock;

/** Who waits for a reading, and whether it is worth making for them. Thread-safe. */
public final class Audience {

  private final ReentrantLock lock = new ReentrantLock();
  private int listeners;
  private boolean asked;
  private boolean left;
  private boolean owed;
  private Runnable whenWanted = () -> {};

  Audience() {}

  /**
   * Counts a listener until the result is closed.
   *
   * @param leaves whether a reading that the last such listener has left is given up
   */
  Stay enter(boolean leaves) {
    lock.lock();
    try {
      listeners++;
    } finally {
      lock.unlock();
    }
    want();
    return new Stay(leaves);
  }

  /** One listener's time with a reading. */
  public final class Stay implements AutoCloseable {
    private final boolean leaves;
    private boolean closed;

    private Stay(boolean leaves) {
      this.leaves = leaves;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (!closed) {
          closed = true;
          listeners--;
          left = leaves && listeners == 0;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Somebody waits for it, from now on. */
  void want() {
    Runnable tell;
    lock.lock();
    try {
      asked = true;
      left = false;
      tell = whenWanted;
    } finally {
      lock.unlock();
    }
    tell.run();
  }

  /** It is made to its end, whoever leaves; after those that somebody waits for. */
  void owe() {
    Runnable tell;
    lock.lock();
    try {
      owed = true;
      left = false;
      tell = whenWanted;
    } finally {
      lock.unlock();
    }
    tell.run();
  }

  /** It needn't be made any more, unless somebody waits for it. */
  void rest() {
    lock.lock();
    try {
      owed = false;
      asked = false;
      left = listeners == 0;
    } finally {
      lock.unlock();
    }
  }

  /** Has something told when somebody waits for it. */
  void whenWanted(Runnable told) {
    lock.lock();
    try {
      whenWanted = told;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is worth making: not if all who listened have left. */
  boolean isWanted() {
    lock.lock();
    try {
      return owed || !left;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is made only because it was promised: everybody who waits comes before it. */
  boolean isBehind() {
    lock.lock();
    try {
      return owed && listeners == 0 && (!asked || left);
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is made to its end, whoever leaves. */
  boolean isOwed() {
    lock.lock();
    try {
      return owed;
    } finally {
      lock.unlock();
    }
  }

  /** Whether somebody listens now. */
  boolean isListening() {
    lock.lock();
    try {
      return listeners > 0;
    } finally {
      lock.unlock();
    }
  }
}
