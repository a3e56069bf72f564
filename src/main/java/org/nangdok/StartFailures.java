package org.nangdok;

import org.nangdok.problem.ProblemException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the service can't start. */
class StartFailures extends AbstractFailureAnalyzer<ProblemException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, ProblemException cause) {
    return new FailureAnalysis(cause.sentence() + " (" + cause.code() + ")", null, failure);
  }
}
