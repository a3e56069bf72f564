package org.nangdok.voice.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Makes a finished pack appear. */
  void accept(String name) throws IOException {
    Files.move(
        folder.resolve(".installing-" + name),
        folder.resolve(name),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
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
      delete(gone);
    } catch (IOException e) {
      throw PackException.folder(e);
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
