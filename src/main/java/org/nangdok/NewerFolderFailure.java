package org.nangdok;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that a data folder holds what this version doesn't know. */
class NewerFolderFailure extends AbstractFailureAnalyzer<FlywayValidateException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
    return new FailureAnalysis(
        "The data folder was used by a newer Nangdok than this one. Start that version again, or put"
            + " a backup of this version's time back with nangdok restore FILE.",
        null,
        failure);
  }
}
