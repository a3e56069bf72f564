package org.nangdok.reading;

import java.util.Map;
import org.nangdok.problem.ProblemException;

/** More is asked for than can be made soon: {@code service.busy}. */
public final class BusyException extends ProblemException {

  private static final long serialVersionUID = 1L;
  private static final int SECONDS = 30;

  public BusyException() {
    super(
        "service.busy",
        "All voices are busy; try again in " + SECONDS + " seconds.",
        Map.of("retryAfter", SECONDS),
        null);
  }
}
