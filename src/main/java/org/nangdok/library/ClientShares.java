package org.nangdok.library;

import java.time.Duration;
import java.util.Optional;

/** What each client has left of its shares, as token buckets that refill evenly. Thread-safe. */
public interface ClientShares {

  /**
   * How much one client may have.
   *
   * @param capacity of a full share
   * @param window the time in which an empty share is full again
   */
  record Share(long capacity, Duration window) {}

  /**
   * Takes out of a client's share, all or nothing.
   *
   * @param client whose
   * @param kind what is counted, such as {@code bytes}
   * @param amount from 1 to the whole share
   * @return nothing if it was taken, else how long it takes until there is enough
   * @throws LibraryException if shares can't be counted at the moment
   */
  Optional<Duration> take(String client, String kind, long amount, Share share);
}
