package org.nangdok.library.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.LibraryException;

/**
 * The folder that one process owns, as long as it runs: database, clips and unpacked engine data.
 */
public final class DataFolder implements AutoCloseable {

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
