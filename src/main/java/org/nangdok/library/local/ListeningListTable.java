package org.nangdok.library.local;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.nangdok.library.ListeningLists;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists in the table {@code listening_list}; the SQL is PostgreSQL's and H2's alike. */
public final class ListeningListTable implements ListeningLists {

  private final JdbcClient client;
  private final Clock clock;

  public ListeningListTable(JdbcClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Optional<Kept> find(String owner) {
    return client
        .sql("select version, entries from listening_list where owner = :owner")
        .param("owner", owner)
        .query((row, number) -> new Kept(row.getLong(1), row.getString(2)))
        .optional();
  }

  @Override
  public Optional<Long> put(String owner, long seen, String entries) {
    String sql =
        seen == 0
            ? "insert into listening_list (owner, version, entries, changed)"
                + " values (:owner, :seen + 1, :entries, :now)"
            : "update listening_list set version = :seen + 1, entries = :entries, changed = :now"
                + " where owner = :owner and version = :seen";
    try {
      int changed =
          client
              .sql(sql)
              .param("owner", owner)
              .param("seen", seen)
              .param("entries", entries)
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
      return changed == 1 ? Optional.of(seen + 1) : Optional.empty();
    } catch (DuplicateKeyException e) {
      return Optional.empty(); // another device was first
    }
  }

  @Override
  public void remove(String owner) {
    client.sql("delete from listening_list where owner = :owner").param("owner", owner).update();
  }
}
