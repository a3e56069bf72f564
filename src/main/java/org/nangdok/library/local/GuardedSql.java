package org.nangdok.library.local;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Work on the database of a folder, whose disk may be full, with failures that say what to do. */
final class GuardedSql {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedSql.class);

  private final Connections database;
  private final BooleanSupplier diskIsFull;

  GuardedSql(Connections database, BooleanSupplier diskIsFull) {
    this.database = database;
    this.diskIsFull = diskIsFull;
  }

  /**
   * Refuses to write where there is no room, before the database itself runs out of it.
   *
   * @throws LibraryException with code {@code storage.full}
   */
  void requireRoom() {
    if (diskIsFull.getAsBoolean()) {
      throw full(null);
    }
  }

  /** Tried twice: the database may have closed itself while the disk was full. */
  <T> T explained(Supplier<T> work) {
    int openings = database.openings();
    try {
      return work.get();
    } catch (DataAccessException | TransactionException first) {
      if (diskIsFull.getAsBoolean()) {
        throw full(first);
      }
      database.reopen(openings);
      try {
        return work.get();
      } catch (DataAccessException | TransactionException e) {
        LOG.error("The database can't be used", e);
        throw new LibraryException(
            "storage.failed", "Readings can't be kept. The administrator's log says why.", e);
      }
    }
  }

  private static LibraryException full(@Nullable Exception cause) {
    return new LibraryException(
        "storage.full", "The disk that keeps readings is full. Make room and try again.", cause);
  }
}
