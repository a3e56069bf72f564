package org.nangdok.library.shared;

import java.util.function.Supplier;
import org.nangdok.library.AskedReadings;
import org.nangdok.library.LibraryException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all machines' clients asked for, in the table {@code client_reading}. */
public final class SharedAskedReadings implements AskedReadings {

  private static final String FORGOTTEN = "now() - interval '1 hour'";

  private final JdbcClient client;

  public SharedAskedReadings(JdbcClient client) {
    this.client = client;
  }

  @Override
  public int inWork(String who) {
    return explained(
        () ->
            client
                .sql(
                    "select count(*) from client_reading c join reading r on r.id = c.reading"
                        + " where c.client = :client and c.asked > "
                        + FORGOTTEN
                        + " and not r.finished and not r.rests")
                .param("client", ClientHash.of(who))
                .query(Integer.class)
                .single());
  }

  @Override
  public void asked(String who, String reading) {
    explained(
        () ->
            client
                .sql(
                    "insert into client_reading (client, reading, asked)"
                        + " values (:client, :reading, now())"
                        + " on conflict (client, reading) do update set asked = excluded.asked")
                .param("client", ClientHash.of(who))
                .param("reading", reading)
                .update());
  }

  /** Forgets what was asked for more than an hour ago. */
  public void sweep() {
    client.sql("delete from client_reading where asked < " + FORGOTTEN).update();
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException e) {
      throw new LibraryException(
          "storage.failed", "The database doesn't answer at the moment. Try again soon.", e);
    }
  }
}
