package org.nangdok.feed;

import java.util.Set;
import org.nangdok.problem.ProblemException;

/** Which problems may be gone at the next visit, so that an article isn't given up for them. */
final class Passing {

  private static final Set<String> CODES =
      Set.of(
          "page.busy",
          "page.timeout",
          "page.unknown-host",
          "page.broken",
          "page.interrupted",
          "voice.loading");

  private Passing() {}

  static boolean is(ProblemException problem) {
    boolean serverFault =
        problem.members().get("upstreamStatus") instanceof Integer status
            && (status >= 500 || status == 429);
    return serverFault || problem.code().startsWith("storage.") || CODES.contains(problem.code());
  }
}
