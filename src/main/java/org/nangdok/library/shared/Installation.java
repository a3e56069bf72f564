package org.nangdok.library.shared;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.nangdok.library.LibraryException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * That a database and a bucket belong together: both carry the same name, and a database that has
 * named its bucket takes no second one.
 */
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
    if (name(bucket).isEmpty()) {
      requireFirst(client);
      bucket.put(OBJECT, id.getBytes(StandardCharsets.US_ASCII));
    }
    if (!name(bucket).equals(Optional.of(id))) {
      throw new LibraryException(
          "library.other-installation",
          "The bucket belongs to another installation than the database. Each needs both of its"
              + " own; correct nangdok.shared.database.url or nangdok.shared.bucket.name.",
          null);
    }
    client.sql("update installation set has_bucket = true where not has_bucket").update();
  }

  private static Optional<String> name(Bucket bucket) {
    return bucket.get(OBJECT).map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
  }

  private static void requireFirst(JdbcClient client) {
    if (client.sql("select has_bucket from installation").query(Boolean.class).single()) {
      throw new LibraryException(
          "library.other-installation",
          "The database belongs to an installation whose sound lies in another bucket than this"
              + " one. Each needs both of its own; correct nangdok.shared.database.url or"
              + " nangdok.shared.bucket.name, or copy the whole bucket.",
          null);
    }
  }
}
