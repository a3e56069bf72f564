package org.nangdok.voice.pack;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a pack.
 *
 * @param path where it lies in the pack, with {@code /}
 * @param address where the whole file is downloaded from; null if nowhere
 * @param size bytes, if known
 * @param sha256 64 lower-case hexadecimal digits, if known
 * @param parts what it can be put together of, in order; may be empty
 * @param text the file itself, where it is so small that the offer holds it
 */
public record PackFile(
    String path,
    @Nullable URI address,
    @Nullable Long size,
    @Nullable String sha256,
    List<PackPart> parts,
    @Nullable String text) {

  public PackFile {
    parts = List.copyOf(parts);
    if (!path.matches("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*") || path.contains("..")) {
      throw new IllegalArgumentException("\"" + path + "\" is no path inside a pack.");
    }
    if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("The sha256 of " + path + " isn't 64 hexadecimal digits.");
    }
    if (address == null && parts.isEmpty() && text == null) {
      throw new IllegalArgumentException("Nothing says where " + path + " comes from.");
    }
    if ((address == null || !parts.isEmpty()) && (sha256 == null || size == null)) {
      throw new IllegalArgumentException("The file " + path + " needs its size and its sha256.");
    }
  }

  /** A file that has an address and nothing else. */
  public PackFile(String path, URI address, @Nullable Long size, @Nullable String sha256) {
    this(path, address, size, sha256, List.of(), null);
  }
}
