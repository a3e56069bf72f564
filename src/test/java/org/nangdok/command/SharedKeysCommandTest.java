package org.nangdok.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nangdok.cluster.PostgresServer;
import org.nangdok.key.Key;
import org.nangdok.key.KeyFile;
import org.nangdok.key.Scope;
import org.nangdok.library.shared.NodeNews;
import org.nangdok.library.shared.SharedDatabase;
import org.nangdok.library.shared.SharedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** The command makes keys that the nodes know. */
@Tag("cluster")
class SharedKeysCommandTest {

  private static PostgresServer postgres;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        PostgresServer.programs().isPresent(),
        "PostgreSQL isn't installed (apt-get install postgresql): its tests are skipped.");
    postgres = PostgresServer.start();
    for (String name : new String[] {"empty", "newer"}) {
      postgres.database(name);
    }
    for (String name : new String[] {"nangdok", "newer"}) {
      Flyway.configure()
          .dataSource(postgres.url(name), PostgresServer.USER, PostgresServer.PASSWORD)
          .locations("classpath:db/shared")
          .load()
          .migrate();
    }
  }

  @AfterAll
  static void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  private int run(String database, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--user=" + PostgresServer.USER;
    all[arguments.length + 1] = "--database=" + postgres.url(database) + "?password=a%20password";
    return new CommandLine(new KeysCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Failures::explain)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  /** The key that a node takes a token for. */
  private static Optional<Key> proved(String token) {
    var place =
        new SharedDatabase.Place(
            postgres.url("nangdok"), PostgresServer.USER, PostgresServer.PASSWORD, 2);
    try (var database = SharedDatabase.open(place);
        var news = new NodeNews(database::alone)) {
      var client = JdbcClient.create(database.connections());
      var files = new SharedFiles(client, database, news, "keys");
      return KeyFile.in(files, Clock.systemUTC()).prove(token);
    }
  }

  @Test
  void aKeyIsMadeListedRotatedAndEndedForAllNodes() {
    assertThat(run("nangdok", "create", "--name", "newsroom", "--scope", "make")).isZero();
    String token = out.toString().strip();
    Key key = proved(token).orElseThrow();
    assertThat(key.scope()).isEqualTo(Scope.MAKE);

    assertThat(run("nangdok", "list")).isZero();
    assertThat(out.toString()).contains(key.id(), "newsroom").doesNotContain(token);

    assertThat(run("nangdok", "rotate", key.id(), "--keep-old", "0")).isZero();
    String next = out.toString().strip();
    assertThat(proved(token)).isEmpty();
    Key nextKey = proved(next).orElseThrow();

    assertThat(run("nangdok", "revoke", nextKey.id())).isZero();
    assertThat(proved(next)).isEmpty();
    assertThat(run("nangdok", "revoke", nextKey.id())).isEqualTo(1);
    assertThat(err.toString()).contains("(key.unknown)");
  }

  @Test
  void whatTheDatabaseLacksOrHasTooMuchIsSaid() throws Exception {
    assertThat(run("empty", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("(library.no-tables)").doesNotContain("Exception");

    try (var connection =
            java.sql.DriverManager.getConnection(
                postgres.url("newer"), PostgresServer.USER, PostgresServer.PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success)"
              + " values (999, '999', 'later', 'SQL', 'V999__later.sql', 'nangdok', 1, true)");
    }
    assertThat(run("newer", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("(library.newer-schema)").doesNotContain("Exception");
  }

  @Test
  void theDatabaseThatIsNotThereIsNamed() {
    assertThat(run("elsewhere", "list")).isEqualTo(1);
    assertThat(err.toString()).contains("(library.database-unknown)").doesNotContain("Exception");
    assertThat(run("nangdok", "list", "--data=somewhere")).isEqualTo(2);
  }
}
