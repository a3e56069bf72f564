package org.nangdok.delivery;

import java.time.Duration;
import java.util.Map;
import org.nangdok.problem.ProblemException;

/** A client that asks for more than its share: {@code limit.rate}. */
final class LimitException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private LimitException(String what, long seconds) {
    super(
        "limit.rate",
        "Too many " + what + "; try again in " + seconds + " seconds.",
        Map.of("retryAfter", seconds),
        null);
  }

  static LimitException of(String what, Duration wait) {
    return new LimitException(what, Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
