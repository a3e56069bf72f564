package org.nangdok.library.local;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.nangdok.library.CoverStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pictures in the tables {@code reading_cover} and {@code work_cover}; SQL as {@link
 * ReadingTable}'s.
 */
public final class CoverTable implements CoverStore {

  private final JdbcClient client;
  private final GuardedSql sql;

  /**
   * @param client of that database
   * @param diskIsFull whether there is too little room to write
   */
  public CoverTable(JdbcClient client, Connections database, BooleanSupplier diskIsFull) {
    this.client = client;
    this.sql = new GuardedSql(database, diskIsFull);
  }

  @Override
  public void keep(Owner owner, String id, byte[] picture) {
    sql.requireRoom();
    sql.explained(
        () ->
            change(
                    "update OWNER_cover set content = :content where OWNER = :id",
                    owner,
                    id,
                    picture)
                + change(
                    "insert into OWNER_cover (OWNER, content) select id, cast(:content as bytea)"
                        + " from OWNER where id = :id"
                        + " and not exists (select 1 from OWNER_cover where OWNER = :id)",
                    owner,
                    id,
                    picture));
  }

  private int change(String statement, Owner owner, String id, byte[] picture) {
    return client.sql(of(owner, statement)).param("id", id).param("content", picture).update();
  }

  @Override
  public Optional<byte[]> find(Owner owner, String id) {
    return sql.explained(
        () ->
            client
                .sql(of(owner, "select content from OWNER_cover where OWNER = :id"))
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional());
  }

  private static String of(Owner owner, String statement) {
    return statement.replace("OWNER", owner.name().toLowerCase(Locale.ROOT));
  }
}
