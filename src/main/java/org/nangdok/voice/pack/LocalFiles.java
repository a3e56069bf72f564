package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Files of a folder or of an archive on this machine (a ZIP file, a wheel, a tarball packed with
 * gzip). A file is found by its path in the pack or by its bare name, or is put together of the
 * packages' archives that lie there.
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
    boolean folder = Files.isDirectory(place);
    if (!folder && !Files.isRegularFile(place)) {
      throw new PackException(
          "voice.pack-file", "There is no folder and no archive " + place.getFileName() + ".");
    }
    boolean found =
        folder
            ? inFolder(file, target, progress)
            : inArchive(file, bareOrWhole(file), target, progress);
    if (!found && (file.parts().isEmpty() || !joined(file, target, progress))) {
      throw new PackException(
          "voice.pack-file", "The file " + file.path() + " isn't in " + place.getFileName() + ".");
    }
  }

  private boolean inFolder(PackFile file, Path target, LongConsumer progress) throws IOException {
    Path exact = place.resolve(file.path());
    Path found = Files.isRegularFile(exact) ? exact : byName(file);
    if (found == null) {
      return false;
    }
    try (InputStream in = Files.newInputStream(found)) {
      copy(in, file, target, progress);
    }
    return true;
  }

  private @Nullable Path byName(PackFile file) throws IOException {
    Predicate<String> fits = bareOrWhole(file);
    try (var files = Files.walk(place, DEPTH)) {
      return files
          .filter(one -> fits.test(one.getFileName().toString()))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElse(null);
    }
  }

  /** The path before the bare name, so that a file of the same name elsewhere isn't taken. */
  private boolean inArchive(
      PackFile file, Predicate<String> bare, Path target, LongConsumer progress)
      throws IOException {
    ArchiveEntry.Use use = in -> copy(in, file, target, progress);
    return ArchiveEntry.use(place, file.path()::equals, use) || ArchiveEntry.use(place, bare, use);
  }

  private static Predicate<String> bareOrWhole(PackFile file) {
    String name = bare(file.path());
    return path -> bare(path).equals(name);
  }

  private boolean joined(PackFile file, Path target, LongConsumer progress) throws IOException {
    List<Path> archives;
    try (var files = Files.walk(place, DEPTH)) {
      archives = files.filter(ArchiveEntry::isArchive).filter(Files::isRegularFile).toList();
    }
    return JoinedParts.write(
        file,
        target,
        progress,
        part ->
            archives.stream()
                .filter(archive -> part.archive().isCalled(bare(archive.toString())))
                .findFirst()
                .orElse(null));
  }

  private static String bare(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static void copy(InputStream in, PackFile file, Path target, LongConsumer progress)
      throws IOException {
    Long size = file.size();
    try (OutputStream out = Files.newOutputStream(target)) {
      BoundedCopy.of(in, out, size == null ? Long.MAX_VALUE : size, progress);
    }
  }
}
