package org.nangdok.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What can't be shared is said at the start, in a sentence and with an exit code. */
@Tag("cluster")
class RefusedStartTest {

  private ThreeNodes all;

  @BeforeEach
  void start() throws Exception {
    all = ThreeNodes.ready();
  }

  @Test
  void whatTheDatabaseDoesNotAllow() throws Exception {
    String newer = newer();
    Map<String, Node> refused = new LinkedHashMap<>();
    try {
      refused.put("library.database-refused", begin("--nangdok.shared.database.password=wrong"));
      refused.put(
          "library.database-unreachable",
          begin("--nangdok.shared.database.url=jdbc:postgresql://127.0.0.1:1/nangdok"));
      refused.put("library.newer-schema", begin("--nangdok.shared.database.url=" + newer));
      assertRefused(refused);
    } finally {
      refused.values().forEach(Node::close);
    }
  }

  @Test
  void whatTheBucketDoesNotAllow() throws Exception {
    Map<String, Node> refused = new LinkedHashMap<>();
    try (S3Server unconditional = S3Server.start();
        S3Server second = S3Server.start()) {
      unconditional.fault(S3Server.Fault.UNCONDITIONAL);
      refused.put("library.bucket-refused", begin("--nangdok.shared.bucket.name=no-such-bucket"));
      refused.put(
          "library.bucket-unconditional",
          begin("--nangdok.shared.bucket.endpoint=" + unconditional.endpoint()));
      refused.put(
          "library.other-installation",
          begin("--nangdok.shared.bucket.endpoint=" + second.endpoint()));
      assertRefused(refused);
    } finally {
      refused.values().forEach(Node::close);
    }
  }

  private Node begin(String option) {
    return Node.begin(all.cluster, "refused-" + Math.abs(option.hashCode()), option);
  }

  private static void assertRefused(Map<String, Node> nodes) throws Exception {
    for (Map.Entry<String, Node> node : nodes.entrySet()) {
      assertThat(node.getValue().ended()).as(node.getKey()).isNotZero();
      assertThat(node.getValue().output()).contains(node.getKey()).doesNotContain("\tat ");
    }
  }

  /** A database that a later version has worked with. */
  private String newer() throws Exception {
    PostgresServer postgres = all.cluster.postgres();
    postgres.database("newer");
    String url = postgres.url("newer");
    Flyway.configure()
        .dataSource(url, PostgresServer.USER, PostgresServer.PASSWORD)
        .locations("classpath:db/shared")
        .load()
        .migrate();
    execute(
        url,
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " values (900, '900', 'later', 'SQL', 'V900__later.sql', 'nangdok', 1, true)");
    return url;
  }

  static void execute(String url, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
