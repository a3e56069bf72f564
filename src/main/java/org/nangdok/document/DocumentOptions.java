package org.nangdok.document;

import java.util.Set;

/**
 * How somebody wants a document read.
 *
 * @param read parts that are read though they are left out otherwise
 * @param hint the media type or file name that came with the file, empty if none did; it decides
 *     only where the content can't
 */
public record DocumentOptions(Set<DocumentPart> read, String hint) {

  /** Nothing is wished for. */
  public static final DocumentOptions USUAL = new DocumentOptions(Set.of(), "");

  public DocumentOptions {
    read = Set.copyOf(read);
  }
}
