package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Files of a folder or of a ZIP archive on this machine, found by their path in the pack or by
 * their bare name.
 */
public final class LocalFiles implements FileSource {

  private static final int DEPTH = 4;

  private final Path place;

  /**
   * @param place the folder or the archive
   */
  public LocalFiles(Path place) {
    this.place = place;
  }

  @Override
  public void fetch(PackFile file, Path target, LongConsumer progress) throws IOException {
    if (Files.isDirectory(place)) {
      Path found = inFolder(file.path()).orElseThrow(() -> missing(file));
      try (InputStream in = Files.newInputStream(found)) {
        copy(in, target, progress, file.size());
      }
      return;
    }
    if (!Files.isRegularFile(place)) {
      throw new PackException(
          "voice.pack-file", "There is no folder and no archive " + place.getFileName() + ".");
    }
    try (var archive = new ZipFile(place.toFile())) {
      ZipEntry entry = inArchive(archive, file.path());
      if (entry == null) {
        throw missing(file);
      }
      try (InputStream in = archive.getInputStream(entry)) {
        copy(in, target, progress, file.size());
      }
    } catch (java.util.zip.ZipException e) {
      throw new PackException(
          "voice.pack-file", "The file " + place.getFileName() + " is no whole ZIP archive.", e);
    }
  }

  private Optional<Path> inFolder(String path) throws IOException {
    Path exact = place.resolve(path);
    if (Files.isRegularFile(exact)) {
      return Optional.of(exact);
    }
    String name = bare(path);
    try (var files = Files.walk(place, DEPTH)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().equals(name))
          .findFirst();
    }
  }

  private static @Nullable ZipEntry inArchive(ZipFile archive, String path) {
    ZipEntry found = archive.getEntry(path);
    for (Enumeration<? extends ZipEntry> entries = archive.entries();
        found == null && entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      if (!entry.isDirectory() && bare(entry.getName()).equals(bare(path))) {
        found = entry;
      }
    }
    return found;
  }

  private static String bare(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Never more than a byte beyond what is expected: an archive may hold a bomb. */
  private static void copy(InputStream in, Path target, LongConsumer progress, @Nullable Long size)
      throws IOException {
    long most = size == null ? Long.MAX_VALUE : size + 1;
    try (OutputStream out = Files.newOutputStream(target)) {
      var piece = new byte[65_536];
      long there = 0;
      for (int count = in.read(piece); count >= 0 && there < most; count = in.read(piece)) {
        out.write(piece, 0, count);
        there += count;
        progress.accept(there);
      }
    }
  }

  private PackException missing(PackFile file) {
    return new PackException(
        "voice.pack-file", "The file " + file.path() + " isn't in " + place.getFileName() + ".");
  }
}
