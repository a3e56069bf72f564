package org.nangdok;

import org.nangdok.library.LibraryException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the service can't start. */
class StartFailures extends AbstractFailureAnalyzer<LibraryException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, LibraryException cause) {
    return new FailureAnalysis(cause.sentence(), null, failure);
  }
}
