package org.nangdok.library.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.StoredReading;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReadingTableTest {

  @TempDir Path folder;
  private ReadingTable table;

  private DataFolder data;
  private Database database;

  @BeforeEach
  void migrate() {
    data = DataFolder.open(folder);
    database = Database.open(data);
    Flyway.configure().dataSource(database.connections()).load().migrate();
    table = new ReadingTable(JdbcClient.create(database.connections()), database, () -> false);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    data.close();
  }

  @Test
  void whatIsSavedIsFoundAndKeepsItsCreation() {
    var created = Instant.parse("2026-11-20T01:02:03Z");
    table.save(new StoredReading("a", false, "{\"제목\":1}", created));
    table.save(new StoredReading("a", true, "{\"제목\":2}", created.plusSeconds(60)));

    assertThat(table.find("a")).contains(new StoredReading("a", true, "{\"제목\":2}", created));
    assertThat(table.find("b")).isEmpty();
  }

  @Test
  void unfinishedReadingsComeOldestFirst() {
    var now = Instant.parse("2026-11-20T01:02:03Z");
    table.save(new StoredReading("young", false, "y", now));
    table.save(new StoredReading("old", false, "o", now.minusSeconds(9)));
    table.save(new StoredReading("done", true, "d", now.minusSeconds(99)));

    assertThat(table.unfinished()).extracting(StoredReading::id).containsExactly("old", "young");
  }

  @Test
  void aLongDocumentIsKeptWhole() {
    String document = "가나다".repeat(1_000_000);
    table.save(new StoredReading("long", true, document, Instant.EPOCH));
    assertThat(table.find("long").orElseThrow().document()).isEqualTo(document);
  }
}
