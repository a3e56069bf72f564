package org.nangdok.library.shared;

import org.nangdok.library.LibraryException;
import org.nangdok.library.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns in the table {@code turn}, by the database's clock. */
public final class SharedTurns implements Turns {

  private static final Logger LOG = LoggerFactory.getLogger(SharedTurns.class);

  private final JdbcClient client;
  private final String node;

  public SharedTurns(JdbcClient client, String node) {
    this.client = client;
    this.node = node;
  }

  @Override
  public boolean take(String what) {
    try {
      return client
              .sql(
                  "insert into turn (what, node, until)"
                      + " values (:what, :node, now() + interval '10 seconds')"
                      + " on conflict (what) do update"
                      + " set node = excluded.node, until = excluded.until"
                      + " where turn.node = :node or turn.until <= now()")
              .param("what", what)
              .param("node", node)
              .update()
          > 0;
    } catch (DataAccessException e) {
      throw new LibraryException(
          "storage.failed", "The database doesn't answer at the moment. Try again soon.", e);
    }
  }

  /** One that can't be given ends by itself. */
  @Override
  public void give(String what) {
    try {
      client
          .sql("delete from turn where what = :what and node = :node")
          .param("what", what)
          .param("node", node)
          .update();
    } catch (DataAccessException e) {
      LOG.debug("The turn of {} ends by its time", what, e);
    }
  }
}
