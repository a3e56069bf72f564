package org.nangdok.library.shared;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.nangdok.data.KeptFiles;
import org.nangdok.library.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of one folder in the table {@code document}. Each node has them in memory and reads
 * them again when it is told of a change, and looks for one every few seconds in any case. While
 * the database is away, what was read last counts.
 */
public final class SharedFiles implements KeptFiles {

  /** The channel on which nodes hear that a folder has changed. */
  static final String CHANNEL = "nangdok_documents";

  private static final Logger LOG = LoggerFactory.getLogger(SharedFiles.class);
  private static final long FRESH = Duration.ofSeconds(5).toNanos();

  private final JdbcClient client;
  private final String folder;
  private final TransactionTemplate whole;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile State known = new State(-1, Map.of());
  private volatile long looked = System.nanoTime() - FRESH;

  private record State(long number, Map<String, byte[]> files) {}

  public SharedFiles(JdbcClient client, SharedDatabase database, NodeNews news, String folder) {
    this.client = client;
    this.folder = folder;
    this.whole = new TransactionTemplate(new JdbcTransactionManager(database.connections()));
    news.on(
        CHANNEL,
        changed -> {
          if (changed.isEmpty() || changed.equals(folder)) {
            looked = System.nanoTime() - FRESH;
          }
        });
  }

  @Override
  public Map<String, byte[]> all() {
    return now().files();
  }

  @Override
  public long version() {
    return now().number();
  }

  private State now() {
    if (System.nanoTime() - looked >= FRESH && lock.tryLock()) {
      try {
        look();
      } finally {
        lock.unlock();
      }
    }
    if (known.number() < 0) { // nothing was ever read: wait for it
      lock.lock();
      try {
        look();
      } finally {
        lock.unlock();
      }
    }
    return known;
  }

  private void look() {
    long now = System.nanoTime();
    try {
      long number = number("");
      if (number != known.number()) {
        known = new State(number, read());
      }
      looked = now;
    } catch (DataAccessException e) {
      if (known.number() < 0) {
        throw failed(e);
      }
      looked = now;
      LOG.debug("The files of {} can't be read again yet", folder, e);
    }
  }

  private long number(String locked) {
    return client
        .sql("select number from document_change where folder = :folder" + locked)
        .param("folder", folder)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private Map<String, byte[]> read() {
    Map<String, byte[]> files = new TreeMap<>();
    client
        .sql("select name, content from document where folder = :folder")
        .param("folder", folder)
        .query(
            row -> {
              files.put(row.getString(1), row.getBytes(2));
            });
    return files;
  }

  @Override
  public void change(UnaryOperator<Map<String, byte[]>> change) {
    try {
      whole.executeWithoutResult(
          status -> {
            client
                .sql(
                    "insert into document_change (folder, number) values (:folder, 0)"
                        + " on conflict do nothing")
                .param("folder", folder)
                .update();
            number(" for update"); // others wait here until this change is over
            Map<String, byte[]> before = read();
            write(before, change.apply(new TreeMap<>(before)));
          });
    } catch (DataAccessException | TransactionException e) {
      throw failed(e);
    }
    looked = System.nanoTime() - FRESH;
  }

  private void write(Map<String, byte[]> before, Map<String, byte[]> after) {
    after.forEach(
        (name, content) -> {
          if (!Arrays.equals(before.get(name), content)) {
            client
                .sql(
                    "insert into document (folder, name, content) values (:folder, :name, :content)"
                        + " on conflict (folder, name) do update set content = excluded.content")
                .param("folder", folder)
                .param("name", name)
                .param("content", content)
                .update();
          }
        });
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        client
            .sql("delete from document where folder = :folder and name = :name")
            .param("folder", folder)
            .param("name", name)
            .update();
      }
    }
    client
        .sql("update document_change set number = number + 1 where folder = :folder")
        .param("folder", folder)
        .update();
    client
        .sql("select pg_notify('" + CHANNEL + "', :folder)")
        .param("folder", folder)
        .query((row, number) -> true)
        .list();
  }

  private static LibraryException failed(Exception e) {
    return new LibraryException(
        "storage.failed",
        "The database doesn't answer at the moment; nothing was changed. Try again soon.",
        e);
  }
}
