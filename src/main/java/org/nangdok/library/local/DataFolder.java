package org.nangdok.library.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;

/**
 * The folder that one process owns, as long as it runs: database, clips and unpacked engine data.
 */
public final class DataFolder implements AutoCloseable {

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
