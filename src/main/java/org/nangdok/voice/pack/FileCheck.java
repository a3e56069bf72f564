package org.nangdok.voice.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whether a file is the one that is expected. */
final class FileCheck {

  private FileCheck() {}

  /** Whether a file has all that is known of it; a file of which nothing is known is right. */
  static boolean isRight(PackFile file, Path target) throws IOException {
    Long size = file.size();
    return Files.isRegularFile(target)
        && (size == null || Files.size(target) == size)
        && (file.sha256() == null || sha256(target).equals(file.sha256()));
  }

  /**
   * Makes sure of a file; another one is thrown away.
   *
   * @param known the SHA-256 that it must have; null if none is known
   * @return its SHA-256
   * @throws PackException with code {@code voice.pack-file}, naming what is wrong with it
   */
  static String require(PackFile file, @Nullable String known, Path target) throws IOException {
    long size = Files.size(target);
    Long expected = file.size();
    if (expected != null && size != expected) {
      throw thrownAway(
          target,
          (size < expected
                  ? "The file %1$s has %2$d bytes instead of %3$d: it is truncated"
                  : "The file %1$s has more than %3$d bytes: it is another one")
              .formatted(file.path(), size, expected));
    }
    String hash = sha256(target);
    if (known != null && !hash.equals(known)) {
      throw thrownAway(
          target,
          "The file %s is not the one that is expected: its SHA-256 is %s instead of %s. It is wrong"
              .formatted(file.path(), hash, known));
    }
    return hash;
  }

  private static PackException thrownAway(Path target, String what) throws IOException {
    Files.delete(target);
    return new PackException("voice.pack-file", what + " and was thrown away. Try again.");
  }

  /** 64 lower-case hexadecimal digits. */
  static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
