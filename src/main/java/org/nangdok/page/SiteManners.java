package org.nangdok.page;

import java.time.Duration;
import java.util.Optional;

/**
 * What is known of how hard each site is leant on at the moment: by one machine, or by all that
 * work together. Thread-safe.
 */
public interface SiteManners {

  /**
   * A site's wish to be left alone.
   *
   * @param status with which it asked
   * @param left how long from now
   */
  record Rest(int status, Duration left) {}

  /** A place among the requests to one site; closing it gives it back. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * The rest that a site is to have, if any.
   *
   * @param site scheme, host and port
   */
  Optional<Rest> resting(String site);

  /** A site asked for rest; that counts instead of what it asked for before. */
  void rest(String site, Rest rest);

  /**
   * Waits for a place.
   *
   * @param most requests to that site at the same time
   * @param patience how long the whole request may take, waiting included
   * @return nothing if no place became free in time
   */
  Optional<Place> enter(String site, int most, Duration patience) throws InterruptedException;
}
