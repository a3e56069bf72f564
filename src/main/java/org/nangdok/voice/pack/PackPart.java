package org.nangdok.voice.pack;

/**
 * A stretch of a file of a pack: one entry of an archive.
 *
 * @param archive the package that holds it
 * @param entry its path in the archive; it is compared and never becomes a path on this machine
 * @param size bytes
 */
public record PackPart(PackPackage archive, String entry, long size) {

  public PackPart {
    if (entry.isBlank() || size <= 0) {
      throw new IllegalArgumentException("A part needs its entry and its size.");
    }
  }
}
