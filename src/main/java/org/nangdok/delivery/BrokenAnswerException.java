package org.nangdok.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What was announced can't be sent to its end. The server cuts the connection, so that the client
 * knows.
 */
final class BrokenAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenAnswerException(@Nullable Throwable cause) {
    super("An answer broke off: what it is made of is gone.", cause);
  }
}
