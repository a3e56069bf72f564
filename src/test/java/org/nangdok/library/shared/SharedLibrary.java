package org.nangdok.library.shared;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.nangdok.cluster.PostgresServer;
import org.nangdok.cluster.S3Server;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL and one S3 server for all tests of this process that need them. */
final class SharedLibrary {

  private static @Nullable SharedLibrary started;

  final PostgresServer postgres;
  final S3Server s3;
  final SharedDatabase database;
  final JdbcClient client;
  final Bucket bucket;

  private SharedLibrary() throws Exception {
    postgres = PostgresServer.start();
    s3 = S3Server.start();
    database =
        SharedDatabase.open(
            new SharedDatabase.Place(
                postgres.url("nangdok"), PostgresServer.USER, PostgresServer.PASSWORD, 24));
    client = JdbcClient.create(database.connections());
    bucket = bucket(s3);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  static Bucket bucket(S3Server s3) {
    return new Bucket(
        new Bucket.Place(S3Server.BUCKET, s3.endpoint(), "us-east-1", "anybody", "anything"));
  }

  /** An empty library. */
  static synchronized SharedLibrary empty() {
    assumeTrue(
        PostgresServer.programs().isPresent(),
        "PostgreSQL isn't installed (apt-get install postgresql): its tests are skipped.");
    SharedLibrary library = started == null ? begin() : started;
    started = library;
    library.migrate();
    return library;
  }

  private static SharedLibrary begin() {
    try {
      return new SharedLibrary();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void migrate() {
    s3.fault(S3Server.Fault.NONE);
    database.connections().getHikariPoolMXBean().softEvictConnections(); // some survived a crash
    Flyway flyway =
        Flyway.configure()
            .dataSource(database.connections())
            .locations("classpath:db/shared")
            .cleanDisabled(false)
            .load();
    flyway.clean();
    flyway.migrate();
  }

  private void close() {
    database.close();
    bucket.close();
    s3.close();
    postgres.close();
  }
}
