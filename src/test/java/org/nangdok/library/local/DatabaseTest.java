package org.nangdok.library.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.StoredPlan;
import org.nangdok.library.StoredReading;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest {

  @TempDir Path folder;

  /** What H2 does of itself when it can't write any more. */
  @Test
  void aDatabaseThatClosedItselfIsOpenedAnewForTheNextReading() throws Exception {
    try (var data = DataFolder.open(folder);
        var database = Database.open(data)) {
      Flyway.configure().dataSource(database.connections()).load().migrate();
      var table =
          new ReadingTable(JdbcClient.create(database.connections()), database, () -> false);
      var before = new StoredReading("a", true, "{}", Instant.EPOCH);
      table.save(before, plan());

      var statement = DriverManager.getConnection(data.databaseUrl()).createStatement();
      statement.execute("checkpoint sync");
      statement.execute("shutdown immediately");

      table.save(new StoredReading("b", true, "{}", Instant.EPOCH), plan());
      assertThat(table.find("a")).contains(before);
      assertThat(table.find("b")).isPresent();
    }
  }

  private static StoredPlan plan() {
    return new StoredPlan(new byte[] {1}, new byte[StoredPlan.KEY], "제목", null);
  }
}
