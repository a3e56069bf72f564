package org.nangdok.library.local;

import com.zaxxer.hikari.HikariDataSource;

/** Connections to a database that may have to be opened anew after a failure. Thread-safe. */
public interface Connections {

  HikariDataSource connections();

  /** How often it was opened; for {@link #reopen}. */
  int openings();

  /**
   * Has the next connection opened anew.
   *
   * @param seen {@link #openings} as it was before what failed; does nothing if somebody else has
   *     done it since
   */
  void reopen(int seen);
}
