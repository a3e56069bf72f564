package org.nangdok.library.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;
import org.nangdok.library.local.Connections;

/** Connections to the PostgreSQL database that several machines share. */
public final class SharedDatabase implements Connections, AutoCloseable {

  /** Read by Hikari once: who used a connection so lately needn't ask it whether it lives. */
  private static final String BYPASS = "com.zaxxer.hikari.aliveBypassWindowMs";

  /** Each such question is a commit of its own; with the usual half second every fifth was one. */
  private static final Duration USED = Duration.ofSeconds(3);

  private static final Duration WAIT = Duration.ofSeconds(5);
  private static final String NO_SUCH_DATABASE = "3D000";

  private final Place place;
  private final HikariDataSource connections;

  /**
   * Where the database is.
   *
   * @param url JDBC's, such as {@code jdbc:postgresql://db.example/nangdok}
   */
  public record Place(String url, @Nullable String user, @Nullable String password, int most) {}

  private SharedDatabase(Place place, HikariDataSource connections) {
    this.place = place;
    this.connections = connections;
  }

  /**
   * Opens it.
   *
   * @throws LibraryException with a code that begins with {@code library.database-}
   */
  public static SharedDatabase open(Place place) {
    System.getProperties().putIfAbsent(BYPASS, Long.toString(USED.toMillis()));
    var settings = new HikariConfig();
    settings.setJdbcUrl(place.url());
    settings.setUsername(place.user());
    settings.setPassword(place.password());
    settings.setMaximumPoolSize(place.most());
    settings.setConnectionTimeout(WAIT.toMillis());
    settings.setPoolName("shared");
    settings.addDataSourceProperty("tcpKeepAlive", "true");
    settings.addDataSourceProperty("socketTimeout", "30");
    settings.addDataSourceProperty("ApplicationName", "nangdok");
    if (!place.url().startsWith("jdbc:postgresql:")) {
      throw new LibraryException(
          "library.database-address",
          "nangdok.shared.database.url must begin with jdbc:postgresql:, such as"
              + " jdbc:postgresql://db.example/nangdok.",
          null);
    }
    try {
      return new SharedDatabase(place, new HikariDataSource(settings));
    } catch (PoolInitializationException e) {
      throw meaning(e);
    }
  }

  private static LibraryException meaning(PoolInitializationException e) {
    String state = "";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      state =
          cause instanceof SQLException sql && sql.getSQLState() != null
              ? sql.getSQLState()
              : state;
    }
    if (state.startsWith("28")) {
      return new LibraryException(
          "library.database-refused",
          "The database refuses this user or password. Check nangdok.shared.database.user and"
              + " nangdok.shared.database.password.",
          e);
    }
    if (state.equals(NO_SUCH_DATABASE)) {
      return new LibraryException(
          "library.database-unknown",
          "The server has no database of that name. Make it, or correct"
              + " nangdok.shared.database.url.",
          e);
    }
    return new LibraryException(
        "library.database-unreachable",
        "The database doesn't answer. Check nangdok.shared.database.url and the network between.",
        e);
  }

  @Override
  public HikariDataSource connections() {
    return connections;
  }

  /** A connection of its own, for who listens on it. */
  public Connection alone() throws SQLException {
    var properties = new Properties();
    if (place.user() != null) {
      properties.setProperty("user", place.user());
    }
    if (place.password() != null) {
      properties.setProperty("password", place.password());
    }
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "nangdok news");
    return DriverManager.getConnection(place.url(), properties);
  }

  @Override
  public int openings() {
    return 1;
  }

  /** A server that was restarted answers again soon; broken connections leave by themselves. */
  @Override
  public void reopen(int seen) {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
