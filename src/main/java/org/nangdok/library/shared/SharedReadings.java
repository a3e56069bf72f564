package org.nangdok.library.shared;

import org.nangdok.library.local.ReadingTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Readings in PostgreSQL: what one node knows of a reading's state is added to what others know.
 */
public final class SharedReadings extends ReadingTable {

  public SharedReadings(JdbcClient client, SharedDatabase database) {
    super(client, database, () -> false);
  }

  @Override
  protected String settling() {
    return "update reading set finished = finished or :finished,"
        + " states = (coalesce(nullif(states, ''), '{}')::jsonb"
        + " || coalesce(nullif(:states, ''), '{}')::jsonb)::text where id = :id";
  }
}
