package org.nangdok.document;

import java.io.IOException;

/** Reads files of one kind. What it is given may be hostile. Thread-safe. */
public interface DocumentReader {

  /** The kind that it reads. */
  DocumentKind kind();

  /**
   * Reads a file.
   *
   * @param file begins as files of this kind do; nothing else is certain of it
   * @param account takes what it says, in reading order, and keeps the bounds
   * @throws DocumentException if it can't be read
   * @throws IOException if it isn't what it seems, which callers turn into {@code document.damaged}
   */
  void read(DocumentFile file, DocumentAccount account) throws IOException;
}
