package org.nangdok.delivery;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.nangdok.reading.Keeping;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.Spare;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files that were made for somebody to take away: each is made once, whoever asks meanwhile, and
 * kept for a while. Few are made at the same time, because decoding and encoding take a processor
 * each; who takes one away needs no place. Those that were used last stay; a start begins with
 * none. Thread-safe.
 */
@Component
class MadeFiles implements Spare {

  /** Writes a file. */
  interface Maker {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(MadeFiles.class);

  /** Bytes of one file, fifty hours of an audiobook; larger ones are made anew each time. */
  private static final long LARGEST = 1_536L * 1024 * 1024;

  private static final long ALL = 3L * 1024 * 1024 * 1024;
  private static final int AT_ONCE = 6;

  private final Path folder;
  private final long largest;
  private final long all;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Making> inWork = new HashMap<>();

  /** Keeps them in the data folder. */
  @Autowired
  MadeFiles(@Value("${nangdok.data}") Path data, Keeping keeping) throws IOException {
    this(data.resolve("files"), LARGEST, ALL);
    keeping.whenRemoved(this::forget);
    keeping.counts(this);
  }

  MadeFiles(Path folder, long largest, long all) throws IOException {
    this.folder = folder;
    this.largest = largest;
    this.all = all;
    if (Files.isDirectory(folder)) {
      clear();
    }
  }

  /** A file that is kept. */
  Optional<Path> find(String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty(); // it had to go at this moment
    }
  }

  /** A new file for one answer; whoever asks for it deletes it. */
  Path temporary() throws IOException {
    Files.createDirectories(folder);
    return Files.createTempFile(folder, "answer-", ".tmp");
  }

  /** Forgets what was made of a reading. */
  void forget(String id) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, id + ".*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("A file of a reading that was removed stays: {}", e.toString());
    }
  }

  /**
   * A file as a whole, made now if it isn't kept; nothing if it is too large to be, or can't be.
   *
   * @param start called if it isn't kept and isn't being made
   */
  Optional<Path> make(String name, Runnable start, Maker maker)
      throws IOException, InterruptedException {
    Optional<Path> kept = find(name);
    if (kept.isPresent()) {
      return kept;
    }
    Reader reader = join(name, start, maker);
    if (reader == null) {
      return Optional.empty();
    }
    try (reader) {
      reader.making().await();
    }
    return find(name);
  }

  /** Sends a file while it is made, without waiting for its end. */
  void through(String name, OutputStream out, Runnable start, Maker maker)
      throws IOException, InterruptedException {
    Reader reader = join(name, start, maker);
    if (reader != null) {
      try (reader) {
        reader.making().send(reader.file(), out);
      }
      return;
    }
    if (!places.tryAcquire()) { // nothing can be kept here: the reader holds the place
      throw busy();
    }
    try {
      start.run();
      maker.write(out);
    } finally {
      places.release();
    }
  }

  private record Reader(Making making, FileChannel file) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Nothing where no file can be made. */
  private @Nullable Reader join(String name, Runnable start, Maker maker) throws IOException {
    lock.lock();
    try {
      Making making = inWork.get(name);
      if (making == null) {
        making = begin(name, start, maker);
      }
      return making == null ? null : new Reader(making, making.open());
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Making begin(String name, Runnable start, Maker maker) {
    if (!places.tryAcquire()) {
      throw busy();
    }
    boolean begun = false;
    try {
      start.run();
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "making-", ".tmp");
      var making = new Making(part);
      Thread.ofPlatform().daemon().name("files").start(() -> work(name, part, making, maker));
      inWork.put(name, making);
      begun = true;
      return making;
    } catch (IOException e) {
      LOG.warn("Files that are taken away can't be kept: {}", e.toString());
      return null;
    } finally {
      if (!begun) {
        places.release();
      }
    }
  }

  private void work(String name, Path part, Making making, Maker maker) {
    boolean whole = false;
    try {
      whole = making.make(maker);
    } finally {
      places.release();
      place(name, part, making, whole);
      making.end();
    }
  }

  /** Whoever reads it has it open: its name may go. */
  private void place(String name, Path part, Making making, boolean whole) {
    lock.lock();
    try {
      inWork.remove(name);
      if (whole && making.length() <= largest) {
        Files.move(
            part,
            folder.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
        free(Math.max(0, bytes() - all));
      }
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("A file that is taken away can't be kept: {}", e.toString());
    } finally {
      lock.unlock();
    }
  }

  private static ReadingException busy() {
    return new ReadingException(
        "audio.busy", "Too many files are being made at the moment. Try again in a minute.");
  }

  @Override
  public long bytes() {
    lock.lock();
    try {
      return oldestFirst().stream().mapToLong(MadeFiles::size).sum();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long free(long bytes) {
    lock.lock();
    try {
      long freed = 0;
      for (Path file : oldestFirst()) {
        if (freed >= bytes) {
          break;
        }
        long size = size(file);
        Files.deleteIfExists(file);
        freed += size;
      }
      return freed;
    } catch (IOException e) {
      LOG.warn("A file that was made can't be removed: {}", e.toString());
      return 0;
    } finally {
      lock.unlock();
    }
  }

  /** Those that are whole. */
  private List<Path> oldestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !file.toString().endsWith(".tmp"))
          .sorted(Comparator.comparing(MadeFiles::lastUsed))
          .toList();
    } catch (IOException e) {
      LOG.warn("Files that were made can't be listed: {}", e.toString());
      return List.of();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // it went at this moment
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  @PreDestroy
  final void clear() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
