package org.nangdok.library.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;
import org.nangdok.library.ReadingStore;
import org.nangdok.library.StoredReading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readings in the table {@code reading}; the SQL is PostgreSQL's and H2's alike. */
public final class ReadingTable implements ReadingStore {

  private static final Logger LOG = LoggerFactory.getLogger(ReadingTable.class);

  private final JdbcClient client;
  private final Database database;
  private final BooleanSupplier diskIsFull;

  /**
   * @param client of that database
   * @param diskIsFull whether there is too little room to write
   */
  public ReadingTable(JdbcClient client, Database database, BooleanSupplier diskIsFull) {
    this.client = client;
    this.database = database;
    this.diskIsFull = diskIsFull;
  }

  @Override
  public void save(StoredReading reading) {
    if (diskIsFull.getAsBoolean()) {
      throw full(null); // before the database itself runs out of room
    }
    explained(
        () -> {
          write(reading);
          return true;
        });
  }

  private void write(StoredReading reading) {
    int updated =
        client
            .sql("update reading set finished = :finished, document = :document where id = :id")
            .param("finished", reading.finished())
            .param("document", reading.document())
            .param("id", reading.id())
            .update();
    if (updated == 0) {
      client
          .sql(
              "insert into reading (id, finished, document, created)"
                  + " values (:id, :finished, :document, :created)")
          .param("id", reading.id())
          .param("finished", reading.finished())
          .param("document", reading.document())
          .param("created", reading.created().atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  @Override
  public Optional<StoredReading> find(String id) {
    return explained(
        () ->
            client
                .sql("select id, finished, document, created from reading where id = :id")
                .param("id", id)
                .query(ReadingTable::row)
                .optional());
  }

  @Override
  public List<StoredReading> unfinished() {
    return client
        .sql(
            "select id, finished, document, created from reading"
                + " where not finished order by created, id")
        .query(ReadingTable::row)
        .list();
  }

  /** Tried twice: the database may have closed itself while the disk was full. */
  private <T> T explained(Supplier<T> work) {
    int openings = database.openings();
    try {
      return work.get();
    } catch (DataAccessException first) {
      if (diskIsFull.getAsBoolean()) {
        throw full(first);
      }
      database.reopen(openings);
      try {
        return work.get();
      } catch (DataAccessException e) {
        LOG.error("Readings can't be kept", e);
        throw new LibraryException(
            "storage.failed", "Readings can't be kept. The administrator's log says why.", e);
      }
    }
  }

  private static LibraryException full(@Nullable Exception cause) {
    return new LibraryException(
        "storage.full", "The disk that keeps readings is full. Make room and try again.", cause);
  }

  private static StoredReading row(ResultSet row, int number) throws SQLException {
    return new StoredReading(
        row.getString("id"),
        row.getBoolean("finished"),
        row.getString("document"),
        row.getObject("created", OffsetDateTime.class).toInstant());
  }
}
