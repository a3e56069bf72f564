package org.nangdok;

import org.jspecify.annotations.Nullable;
import org.nangdok.library.shared.SharedDatabase;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The PostgreSQL database that several machines share.
 *
 * @param url JDBC's address of the database, such as {@code jdbc:postgresql://db.example/nangdok}
 * @param user its user
 * @param password the user's password
 * @param connections how many connections each machine opens at most, besides one for news
 */
@ConfigurationProperties("nangdok.shared.database")
record SharedDatabaseSettings(
    @DefaultValue("jdbc:postgresql://localhost/nangdok") String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("10") int connections) {

  SharedDatabase.Place place() {
    return new SharedDatabase.Place(url, user, password, connections);
  }
}
