package org.nangdok.work;

import org.nangdok.problem.ProblemException;

/** A work that can't be found, made or taken away. Codes begin with {@code work.}. */
public final class WorkException extends ProblemException {

  private static final long serialVersionUID = 1L;

  WorkException(String code, String sentence) {
    super(code, sentence, java.util.Map.of(), null);
  }

  /** There is no such work. */
  public static WorkException unknown() {
    return new WorkException(
        "work.unknown", "There is no work of that id among yours; GET /api/works lists them.");
  }
}
