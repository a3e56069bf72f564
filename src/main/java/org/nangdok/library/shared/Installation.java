package org.nangdok.library.shared;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.nangdok.library.LibraryException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That a database and a bucket belong together: both carry the same name. */
public final class Installation {

  private static final String OBJECT = "installation";

  private Installation() {}

  /**
   * Names both if neither has a name.
   *
   * @throws LibraryException with code {@code library.other-installation}
   */
  public static void require(JdbcClient client, Bucket bucket) {
    client
        .sql("insert into installation (id) values (:id) on conflict do nothing")
        .param("id", UUID.randomUUID().toString())
        .update();
    String id = client.sql("select id from installation").query(String.class).single();
    bucket.put(OBJECT, id.getBytes(StandardCharsets.US_ASCII));
    Optional<byte[]> there = bucket.get(OBJECT);
    if (there.isEmpty() || !new String(there.get(), StandardCharsets.US_ASCII).equals(id)) {
      throw new LibraryException(
          "library.other-installation",
          "The bucket belongs to another installation than the database. Each needs both of its"
              + " own; correct nangdok.shared.database.url or nangdok.shared.bucket.name.",
          null);
    }
  }
}
