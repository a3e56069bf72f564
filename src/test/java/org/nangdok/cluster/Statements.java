package org.nangdok.cluster;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How often each statement of the database {@code nangdok} was called, by its normalised text, and
 * how many transactions were committed; reading ones count as well.
 *
 * @param commits of all kinds, as {@code pg_stat_database} counts them
 */
record Statements(long commits, Map<String, Long> calls) {

  /** What was called between two counts. */
  record Counted(long commits, Map<String, Long> calls) {

    @Override
    public String toString() {
      return commits
          + " commits\n"
          + calls.entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .map(one -> one.getValue() + "\t" + one.getKey())
              .collect(Collectors.joining("\n"));
    }
  }

  static Statements of(PostgresServer postgres) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("postgres"), PostgresServer.USER, PostgresServer.PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      Map<String, Long> calls = new HashMap<>();
      try (var rows =
          statement.executeQuery(
              "select query, calls from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                  + " where d.datname = 'nangdok' and toplevel")) {
        while (rows.next()) {
          calls.merge(rows.getString(1), rows.getLong(2), Long::sum);
        }
      }
      try (var rows =
          statement.executeQuery(
              "select xact_commit from pg_stat_database where datname = 'nangdok'")) {
        rows.next();
        return new Statements(rows.getLong(1), calls);
      }
    }
  }

  Counted since(Statements before) {
    Map<String, Long> more = new HashMap<>(calls);
    before.calls.forEach((text, times) -> more.merge(text, -times, Long::sum));
    more.values().removeIf(times -> times == 0);
    return new Counted(commits - before.commits, more);
  }
}
