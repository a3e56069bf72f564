package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder of installed packs, one folder each. A pack appears and disappears whole. Thread-safe:
 * it keeps nothing but the folder's name.
 */
public final class PackShelf {

  private final Path folder;

  /**
   * @param folder made when the first pack is installed
   */
  public PackShelf(Path folder) {
    this.folder = folder;
  }

  /** The installed packs' folders by name, sorted. */
  public Map<String, Path> installed() {
    var packs = new TreeMap<String, Path>();
    if (Files.isDirectory(folder)) {
      try (var entries = Files.list(folder)) {
        entries
            .filter(Files::isDirectory)
            .filter(entry -> !entry.getFileName().toString().startsWith("."))
            .forEach(entry -> packs.put(entry.getFileName().toString(), entry));
      } catch (IOException e) {
        throw PackException.folder(e);
      }
    }
    return packs;
  }

  boolean has(String name) {
    return Files.isDirectory(folder.resolve(name));
  }

  /** Where a pack is put together before it appears. */
  Path workplace(String name) throws IOException {
    return Files.createDirectories(folder.resolve(".installing-" + name));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Where packages' archives are kept until their pack is whole. */
  Path archives() {
    return folder.resolve(".archives");
  }

  /** Makes a finished pack appear. */
  void accept(PackOffer offer) throws IOException {
    String name = offer.name();
    Files.move(
        folder.resolve(".installing-" + name),
        folder.resolve(name),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(removal(name));
    Files.deleteIfExists(failure(name));
    for (PackPackage one : offer.packages()) {
      Files.deleteIfExists(archives().resolve(one.fileName()));
    }
  }

  /** Whether somebody removed a pack; it isn't fetched again then unless somebody asks. */
  boolean wasRemoved(String name) {
    return Files.exists(removal(name));
  }

  boolean failedLately(String name) {
    try {
      Instant failed = Files.getLastModifiedTime(failure(name)).toInstant();
      return failed.isAfter(Instant.now().minus(Duration.ofDays(1)));
    } catch (IOException e) {
      return false; // never
    }
  }

  /** The file's time tells when. */
  void recordFailure(String name) {
    try {
      Files.createDirectories(folder);
      Files.writeString(failure(name), "");
    } catch (IOException e) {
      throw PackException.folder(e);
    }
  }

  private Path failure(String name) {
    return folder.resolve(".failed-" + name);
  }

  private Path removal(String name) {
    return folder.resolve(".removed-" + name);
  }

  /**
   * Removes a pack.
   *
   * @throws PackException with code {@code voice.pack-absent} if it isn't installed
   */
  public void remove(String name) {
    if (!installed().containsKey(name)) {
      throw new PackException(
          "voice.pack-absent", "No pack of this name is installed; nothing was removed.");
    }
    try {
      // Out of sight first, so that nobody finds half a pack.
      Path gone = folder.resolve(".removing-" + name + "-" + System.nanoTime());
      Files.move(folder.resolve(name), gone);
      Files.writeString(removal(name), "");
      delete(gone);
    } catch (IOException e) {
      throw PackException.folder(e);
    }
  }

  static long bytes(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.walk(folder)) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : List.copyOf(paths.sorted(Comparator.reverseOrder()).toList())) {
        Files.deleteIfExists(path);
      }
    }
  }
}
