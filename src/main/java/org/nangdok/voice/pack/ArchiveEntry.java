package org.nangdok.voice.pack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Entries of ZIP archives (wheels are such) and of tarballs packed with gzip. Names are compared
 * and never become paths; however much an archive unpacks to, only what is asked for is read.
 */
final class ArchiveEntry {

  /** Bytes of a tarball that are unpacked in search of an entry; the largest in use has 60 MB. */
  private static final long MOST = 2_000_000_000L;

  /** What is done with an entry's content. */
  interface Use {
    void of(InputStream content) throws IOException;
  }

  private ArchiveEntry() {}

  static boolean isArchive(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches("(?i).*\\.(whl|zip|tgz|tar\\.gz)");
  }

  /**
   * Uses the first entry whose name fits.
   *
   * @return whether there is one
   * @throws PackException with code {@code voice.pack-file} if the file is no whole archive
   */
  static boolean use(Path archive, Predicate<String> name, Use use) throws IOException {
    int first;
    try (InputStream in = Files.newInputStream(archive)) {
      first = in.read();
    }
    try {
      return first == 0x1f ? inTarball(archive, name, use) : inZip(archive, name, use);
    } catch (UseException e) {
      throw e.cause;
    } catch (PackException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // commons-compress throws both where a file isn't what it should be.
      throw new PackException(
          "voice.pack-file",
          "The file "
              + archive.getFileName()
              + " is no whole "
              + (first == 0x1f ? "tarball" : "ZIP archive")
              + ".",
          e);
    }
  }

  private static boolean inZip(Path archive, Predicate<String> name, Use use) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : java.util.Collections.list(zip.getEntries())) {
        if (!entry.isDirectory() && !entry.isUnixSymlink() && name.test(entry.getName())) {
          try (InputStream content = zip.getInputStream(entry)) {
            hand(use, content);
          }
          return true;
        }
      }
      return false;
    }
  }

  private static boolean inTarball(Path archive, Predicate<String> name, Use use)
      throws IOException {
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(archive));
        var tar = new TarArchiveInputStream(new GZIPInputStream(packed, 65_536))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (tar.getBytesRead() + entry.getSize() > MOST) {
          throw new IOException("The tarball unpacks to more than " + MOST + " bytes.");
        }
        if (entry.isFile() && name.test(entry.getName())) {
          hand(use, tar);
          return true;
        }
      }
      return false;
    }
  }

  /** What goes wrong while the target is written isn't the archive's fault. */
  private static void hand(Use use, InputStream content) throws IOException {
    var reading = new Reading(content);
    try {
      use.of(reading);
    } catch (IOException e) {
      throw reading.failed ? e : new UseException(e);
    }
  }

  /** Remembers whether it was reading that failed. */
  private static final class Reading extends java.io.FilterInputStream {

    private boolean failed;

    Reading(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      try {
        return super.read(bytes, from, count);
      } catch (IOException | RuntimeException e) {
        failed = true;
        throw e;
      }
    }
  }

  private static final class UseException extends IOException {

    private static final long serialVersionUID = 1L;

    private final IOException cause;

    UseException(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
