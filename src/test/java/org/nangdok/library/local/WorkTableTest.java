package org.nangdok.library.local;

import java.io.IOException;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.library.CoverStore;
import org.nangdok.library.ListenerPlaces;
import org.nangdok.library.WorkStore;
import org.nangdok.library.WorkStoreContract;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkTableTest extends WorkStoreContract {

  @TempDir Path folder;

  private DataFolder data;
  private Database database;

  @BeforeEach
  void open() {
    data = DataFolder.open(folder);
    database = Database.open(data);
    Flyway.configure().dataSource(database.connections()).load().migrate();
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    data.close();
  }

  @Override
  protected WorkStore store() {
    return new WorkTable(JdbcClient.create(database.connections()), database, () -> false);
  }

  @Override
  protected ListenerPlaces places() {
    return new ListenerPlaceTable(JdbcClient.create(database.connections()), database, () -> false);
  }

  @Override
  protected CoverStore covers() {
    return new CoverTable(JdbcClient.create(database.connections()), database, () -> false);
  }
}
