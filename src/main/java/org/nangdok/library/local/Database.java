package org.nangdok.library.local;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.util.Optional;
import org.nangdok.library.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The H2 database in a data folder and the connections to it.
 *
 * <p>H2 closes its file for good when a write fails, as on a full disk, but its connections look
 * alive; it begins anew only when all of them are gone.
 */
public final class Database implements Connections, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int CONNECTIONS = 8;

  /** Within so many milliseconds after its use Hikari hands a connection out without a look. */
  private static final String UNSEEN = "com.zaxxer.hikari.aliveBypassWindowMs";

  private final HikariDataSource connections;
  private int openings = 1;

  private Database(HikariDataSource connections) {
    this.connections = connections;
  }

  /**
   * Opens it, or makes it.
   *
   * @throws LibraryException with code {@code library.damaged}
   */
  public static Database open(DataFolder folder) {
    var settings = new HikariConfig();
    settings.setJdbcUrl(folder.databaseUrl());
    settings.setMaximumPoolSize(CONNECTIONS);
    System.setProperty(UNSEEN, "0");
    try {
      return new Database(new HikariDataSource(settings));
    } catch (PoolInitializationException e) {
      throw meaning(e).orElseThrow(() -> e);
    }
  }

  private static Optional<LibraryException> meaning(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && DataFolder.explain(sql).isPresent()) {
        return DataFolder.explain(sql);
      }
    }
    return Optional.empty();
  }

  @Override
  public HikariDataSource connections() {
    return connections;
  }

  @Override
  public synchronized int openings() {
    return openings;
  }

  /**
   * Closes it, whatever state it is in, so that the next connection opens it anew.
   *
   * @param seen {@link #openings} as it was before what failed; does nothing if somebody else has
   *     opened it anew since
   */
  @Override
  public synchronized void reopen(int seen) {
    if (seen != openings) {
      return;
    }
    openings++;
    LOG.warn("The database is opened anew");
    try (var connection = connections.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException e) {
      LOG.debug("It was closed already", e);
    }
    connections.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    connections.close();
  }
}
