package org.nangdok.command;

import java.time.Clock;
import java.util.function.Function;
import org.nangdok.key.KeyFile;
import org.nangdok.library.shared.NodeNews;
import org.nangdok.library.shared.SharedDatabase;
import org.nangdok.library.shared.SharedFiles;
import org.nangdok.library.shared.SharedSchema;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that several machines have in common in their database. */
final class SharedKeys {

  private static final int CONNECTIONS = 2;

  private SharedKeys() {}

  /**
   * Does something with them.
   *
   * @throws org.nangdok.library.LibraryException if the database can't be used
   */
  static <T> T with(String url, String user, Function<KeyFile, T> work) {
    var place =
        new SharedDatabase.Place(
            url, user, System.getenv("NANGDOK_SHARED_DATABASE_PASSWORD"), CONNECTIONS);
    try (SharedDatabase database = SharedDatabase.open(place);
        var news = new NodeNews(database::alone)) {
      SharedSchema.require(database.connections());
      var client = JdbcClient.create(database.connections());
      return work.apply(
          KeyFile.in(new SharedFiles(client, database, news, "keys"), Clock.systemUTC()));
    }
  }
}
