package org.nangdok.voice.pack;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One file of a pack.
 *
 * @param path where it lies in the pack, with {@code /}
 * @param address where it is downloaded from
 * @param size bytes, if known
 * @param sha256 64 lower-case hexadecimal digits, if known
 */
public record PackFile(String path, URI address, @Nullable Long size, @Nullable String sha256) {

  public PackFile {
    if (!path.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*") || path.contains("..")) {
      throw new IllegalArgumentException("\"" + path + "\" is no path inside a pack.");
    }
    if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("The sha256 of " + path + " isn't 64 hexadecimal digits.");
    }
  }
}
