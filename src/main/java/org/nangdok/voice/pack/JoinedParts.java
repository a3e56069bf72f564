package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Puts a file together of entries in archives, in their order. */
final class JoinedParts {

  /** Where a part's archive lies. */
  interface Archives {
    /** Null if there is none. */
    @Nullable Path of(PackPart part) throws IOException;
  }

  private JoinedParts() {}

  /**
   * Writes the file.
   *
   * @param progress is told how many bytes of the file are there
   * @return false if an archive is missing
   * @throws PackException if an archive is broken or lacks its entry
   */
  static boolean write(PackFile file, Path target, LongConsumer progress, Archives archives)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      long before = 0;
      for (PackPart part : file.parts()) {
        Path archive = archives.of(part);
        if (archive == null) {
          return false;
        }
        append(part, archive, out, before, progress);
        before += part.size();
      }
    }
    return true;
  }

  private static void append(
      PackPart part, Path archive, OutputStream out, long before, LongConsumer progress)
      throws IOException {
    boolean found =
        ArchiveEntry.use(
            archive,
            part.entry()::equals,
            in -> {
              long copied =
                  BoundedCopy.of(in, out, part.size(), there -> progress.accept(before + there));
              if (copied != part.size()) {
                throw wrong(part, "has another size than " + part.size() + " bytes");
              }
            });
    if (!found) {
      throw wrong(part, "isn't there");
    }
  }

  private static PackException wrong(PackPart part, String what) {
    return new PackException(
        "voice.pack-file",
        "The entry %s of the package %s %s %s."
            .formatted(part.entry(), part.archive().name(), part.archive().version(), what));
  }
}
