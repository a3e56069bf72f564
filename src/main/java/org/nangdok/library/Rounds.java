package org.nangdok.library;

import java.time.Duration;

/**
 * Work that is done again and again, at one machine at a time. What it throws ends no rounds to
 * come; it is told in the log.
 */
public interface Rounds extends AutoCloseable {

  /**
   * Begins rounds; each begins so long after the end of the one before.
   *
   * @param name of lower-case letters; the same on all machines
   * @param first how long after now the first one begins
   */
  void begin(String name, Duration first, Duration every, Runnable work);

  /** Does one round soon, besides the usual ones. */
  void soon(String name);

  @Override
  void close();
}
