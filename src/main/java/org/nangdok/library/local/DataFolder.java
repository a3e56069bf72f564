package org.nangdok.library.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder that one process owns, as long as it runs: database, clips and unpacked engine data.
 */
public final class DataFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final long LEAST_ROOM = 4_000_000;

  /** H2's codes: general error, input or output, file corrupted, wrong format. */
  private static final Set<Integer> DAMAGES = Set.of(50000, 90028, 90030, 90031, 90048);

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Makes the folder if need be and takes it for this process.
   *
   * @throws LibraryException with code {@code library.in-use} if another process has it, {@code
   *     library.unusable} if it can't be written
   */
  public static DataFolder open(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new LibraryException(
            "library.in-use",
            "The data folder "
                + path
                + " is in use by another Nangdok. Stop that one, or choose another folder with"
                + " --data.",
            null);
      }
      keepPrivate(folder);
      sweep(folder);
      return new DataFolder(folder, channel, lock);
    } catch (IOException e) {
      throw new LibraryException(
          "library.unusable",
          "The data folder " + path + " can't be written. Check its owner and its permissions.",
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  /** Nobody else on the machine may read what people listen to. */
  private static void keepPrivate(Path folder) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view == null) {
      return; // a file system without such permissions
    }
    try {
      view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    } catch (FileSystemException e) {
      LOG.warn("Others on this machine may read the data folder: {}", e.toString());
    }
    try (var files = Files.newDirectoryStream(folder, "*.{db,json,zip,before-restore}")) {
      for (Path file : files) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (FileSystemException | DirectoryIteratorException e) {
      LOG.warn("Others on this machine may read a file of the data folder: {}", e.toString());
    }
  }

  /** What a process left that was killed while it made or read a backup. */
  private static void sweep(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "{backup-*.zip,restore-*.tmp}")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** What the database takes. */
  public long databaseBytes() {
    try {
      return Files.size(resolve("nangdok.mv.db"));
    } catch (IOException e) {
      return 0;
    }
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** The address of the H2 database inside, for JDBC. */
  public String databaseUrl() {
    return "jdbc:h2:file:"
        + resolve("nangdok")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE";
  }

  /** Whether there is too little room to go on writing. */
  public boolean isFull() {
    try {
      return Files.getFileStore(path).getUsableSpace() < LEAST_ROOM;
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * What a failure to open the database means.
   *
   * @return nothing if it says so itself
   */
  public static Optional<LibraryException> explain(SQLException failure) {
    return DAMAGES.contains(failure.getErrorCode())
        ? Optional.of(
            new LibraryException(
                "library.damaged",
                "The database in the data folder is damaged. Put a backup back with nangdok restore"
                    + " FILE --data=FOLDER, or move nangdok.mv.db away to begin without readings.",
                failure))
        : Optional.empty();
  }

  /** A file or folder inside. */
  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
