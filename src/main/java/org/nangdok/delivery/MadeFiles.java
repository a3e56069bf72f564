package org.nangdok.delivery;

import jakarta.annotation.PreDestroy;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files that were made for somebody to take away, kept for a while so that ranges of them can be
 * asked for. Those that were used last stay; a start begins with none. Thread-safe.
 */
@Component
class MadeFiles {

  /** Writes a file. */
  interface Maker {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(MadeFiles.class);

  /** Bytes of one file, some three hours of WAV; larger ones are made anew each time. */
  private static final long LARGEST = 512L * 1024 * 1024;

  private static final long ALL = 2L * 1024 * 1024 * 1024;

  private final Path folder;
  private final long largest;
  private final long all;

  /** Keeps them in the data folder. */
  @Autowired
  MadeFiles(@Value("${nangdok.data}") Path data) throws IOException {
    this(data.resolve("files"), LARGEST, ALL);
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

  /** A file, made now if it isn't kept; nothing if it is too large to be. */
  Optional<Path> make(String name, Maker maker) throws IOException, InterruptedException {
    Optional<Path> kept = find(name);
    if (kept.isPresent()) {
      return kept;
    }
    try {
      through(name, OutputStream.nullOutputStream(), maker, true);
    } catch (TooLargeException e) {
      return Optional.empty();
    }
    return find(name);
  }

  /** Sends a file while it is made, and keeps it. */
  void through(String name, OutputStream out, Maker maker)
      throws IOException, InterruptedException {
    through(name, out, maker, false);
  }

  private void through(String name, OutputStream out, Maker maker, boolean onlyToKeep)
      throws IOException, InterruptedException {
    Path part;
    try {
      Files.createDirectories(folder);
      part = Files.createTempFile(folder, "making-", ".tmp");
    } catch (IOException e) {
      LOG.warn("Files that are taken away can't be kept: {}", e.toString());
      if (!onlyToKeep) {
        maker.write(out);
      }
      return;
    }
    try {
      try (var kept = new Kept(Files.newOutputStream(part), out, onlyToKeep)) {
        maker.write(kept);
        if (!kept.whole) {
          return;
        }
      }
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      makeRoom();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Nobody waits for the file itself, and it can't be kept. */
  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Writes to whoever asked and to the file, until that is too large or the disk is full. */
  private final class Kept extends FilterOutputStream {

    private final OutputStream listener;
    private final boolean onlyToKeep;
    private long written;
    private boolean whole = true;

    Kept(OutputStream file, OutputStream listener, boolean onlyToKeep) {
      super(file);
      this.listener = listener;
      this.onlyToKeep = onlyToKeep;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      listener.write(bytes, from, length);
      written += length;
      if (!whole) {
        return;
      }
      if (written > largest) {
        whole = false;
        if (onlyToKeep) {
          throw new TooLargeException();
        }
        return;
      }
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        if (onlyToKeep) {
          throw e;
        }
        whole = false; // whoever listens gets the file all the same
        LOG.warn("A file that is taken away can't be kept: {}", e.getMessage());
      }
    }

    @Override
    public void flush() throws IOException {
      listener.flush();
    }
  }

  private synchronized void makeRoom() throws IOException {
    List<Path> oldestFirst;
    try (var files = Files.list(folder)) {
      oldestFirst =
          files
              .filter(file -> !file.toString().endsWith(".tmp"))
              .sorted(Comparator.comparing(MadeFiles::lastUsed))
              .toList();
    }
    long sum = 0;
    for (Path file : oldestFirst) {
      sum += Files.size(file);
    }
    for (Path file : oldestFirst) {
      if (sum <= all) {
        return;
      }
      sum -= Files.size(file);
      Files.deleteIfExists(file);
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
