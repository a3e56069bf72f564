package org.nangdok.library;

import java.io.IOException;
import java.io.OutputStream;

/** Copies of all that is kept, taken while it is in use. */
public interface Backups {

  /**
   * Writes a copy as a ZIP file.
   *
   * @param clips whether the sound goes with it; without, it is made again when it is asked for
   */
  void write(OutputStream out, boolean clips) throws IOException;
}
