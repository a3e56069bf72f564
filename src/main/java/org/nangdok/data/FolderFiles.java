package org.nangdok.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Files in a folder that one process changes; each is written elsewhere and then moved. */
public final class FolderFiles implements KeptFiles {

  private static final int LARGEST = 16_000_000;

  private final Path folder;
  private final Predicate<String> ours;
  private long version;

  /**
   * @param folder need not be there yet
   * @param ours which names of files are meant; others are left alone
   */
  public FolderFiles(Path folder, Predicate<String> ours) {
    this.folder = folder;
    this.ours = ours;
  }

  @Override
  public synchronized Map<String, byte[]> all() {
    Map<String, byte[]> all = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (ours.test(name) && Files.size(file) <= LARGEST) {
          all.put(name, Files.readAllBytes(file));
        }
      }
      return all;
    } catch (NoSuchFileException e) {
      return all; // it went at this moment
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " can't be read.", e);
    }
  }

  @Override
  public synchronized long version() {
    return version;
  }

  @Override
  public synchronized void change(UnaryOperator<Map<String, byte[]>> change) {
    Map<String, byte[]> before = all();
    Map<String, byte[]> after = change.apply(new TreeMap<>(before));
    try {
      for (Map.Entry<String, byte[]> file : after.entrySet()) {
        if (!Arrays.equals(before.get(file.getKey()), file.getValue())) {
          write(file.getKey(), file.getValue());
        }
      }
      for (String name : before.keySet()) {
        if (!after.containsKey(name)) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
      version++;
    } catch (IOException e) {
      throw new UncheckedIOException("A file can't be written into " + folder + ".", e);
    }
  }

  private void write(String name, byte[] content) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "file", ".part");
    try {
      Files.write(part, content);
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
