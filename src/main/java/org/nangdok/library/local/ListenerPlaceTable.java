package org.nangdok.library.local;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.nangdok.library.ListenerPlaces;
import org.nangdok.library.StoredWork.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places in the table {@code work_place}; SQL as {@link ReadingTable}'s. */
public final class ListenerPlaceTable implements ListenerPlaces {

  private final JdbcClient client;
  private final GuardedSql sql;

  /**
   * @param client of that database
   * @param diskIsFull whether there is too little room to write
   */
  public ListenerPlaceTable(JdbcClient client, Connections database, BooleanSupplier diskIsFull) {
    this.client = client;
    this.sql = new GuardedSql(database, diskIsFull);
  }

  @Override
  public void keep(String work, String listener, Place place) {
    sql.requireRoom();
    sql.explained(
        () ->
            change(
                    "update work_place set part = :part, millis = :millis"
                        + " where work = :work and listener = :listener",
                    work,
                    listener,
                    place)
                + change(
                    "insert into work_place (work, listener, part, millis)"
                        + " select id, cast(:listener as varchar), cast(:part as integer),"
                        + " cast(:millis as bigint) from work where id = :work and not exists"
                        + " (select 1 from work_place where work = :work and listener = :listener)",
                    work,
                    listener,
                    place));
  }

  private int change(String statement, String work, String listener, Place place) {
    return client
        .sql(statement)
        .param("work", work)
        .param("listener", listener)
        .param("part", place.part())
        .param("millis", place.millis())
        .update();
  }

  @Override
  public Optional<Place> find(String work, String listener) {
    return sql.explained(
        () ->
            client
                .sql(
                    "select part, millis from work_place"
                        + " where work = :work and listener = :listener")
                .param("work", work)
                .param("listener", listener)
                .query((row, number) -> new Place(row.getInt(1), row.getLong(2)))
                .optional());
  }
}
