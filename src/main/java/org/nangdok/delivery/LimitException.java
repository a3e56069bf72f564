package org.nangdok.delivery;

import java.time.Duration;
import java.util.Map;
import org.nangdok.problem.ProblemException;

/** A client that asks for more than its share: {@code limit.rate}, {@code limit.streams}. */
final class LimitException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private static final long STREAM_SECONDS = 10;

  private LimitException(String code, String what, long seconds) {
    super(
        code,
        "Too many " + what + "; try again in " + seconds + " seconds.",
        Map.of("retryAfter", seconds),
        null);
  }

  static LimitException streams() {
    return new LimitException("limit.streams", "streams are open", STREAM_SECONDS);
  }

  static LimitException of(String what, Duration wait) {
    return new LimitException("limit.rate", what, Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
