package org.nangdok.library.shared;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.nangdok.library.LibraryException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the database that several machines share, for commands; the service has its own.
 */
public final class SharedSchema {

  private static final String[] NOTHING = {};

  private SharedSchema() {}

  private static FluentConfiguration steps(DataSource database, String... ignored) {
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/shared")
        .ignoreMigrationPatterns(ignored);
  }

  /**
   * Makes the tables, or brings them to this version.
   *
   * @throws LibraryException with code {@code library.newer-schema}
   */
  public static void upgrade(DataSource database) {
    try {
      steps(database, NOTHING).load().migrate();
    } catch (FlywayValidateException e) {
      throw newer(e);
    }
  }

  /**
   * Looks whether this version knows the tables, and changes nothing.
   *
   * @throws LibraryException with code {@code library.newer-schema} or {@code library.no-tables}
   */
  public static void require(DataSource database) {
    try {
      steps(database, "*:pending").load().validate();
    } catch (FlywayValidateException e) {
      throw newer(e);
    }
    boolean there =
        JdbcClient.create(database)
            .sql("select to_regclass('document') is not null")
            .query(Boolean.class)
            .single();
    if (!there) {
      throw new LibraryException(
          "library.no-tables",
          "No Nangdok has worked with this database yet. Start one in the profile shared first, or"
              + " correct its address.",
          null);
    }
  }

  private static LibraryException newer(FlywayValidateException cause) {
    return new LibraryException(
        "library.newer-schema",
        "The database was used by a newer Nangdok than this one. Use that version.",
        cause);
  }
}
