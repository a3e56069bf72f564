package org.nangdok.document;

import java.time.Duration;
import org.nangdok.document.DocumentException.Reason;

/** The time by which a file must be read; asked wherever work depends on the file. Thread-safe. */
public final class TimeLimit {

  private final long end;

  /** Begins now. */
  public TimeLimit(Duration time) {
    end = System.nanoTime() + time.toNanos();
  }

  /**
   * Goes on if there is time.
   *
   * @throws DocumentException with reason {@code too-complex} if there isn't, or if whoever waited
   *     for this thread has gone
   */
  public void check() {
    if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
      throw new DocumentException(
          Reason.TOO_COMPLEX,
          "This file takes too long to read. Send it in parts, or saved in a simpler form.");
    }
  }
}
