package org.nangdok;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Says in a sentence that a data folder or a shared database holds what this version doesn't know.
 */
class NewerFolderFailure extends AbstractFailureAnalyzer<FlywayValidateException> {

  private final Environment environment;

  NewerFolderFailure(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
    String sentence =
        environment.acceptsProfiles(Profiles.of("shared"))
            ? "The database was used by a newer Nangdok than this one. Start that version instead, or"
                + " put back a backup of the database from this version's time."
                + " (library.newer-schema)"
            : "The data folder was used by a newer Nangdok than this one. Start that version again,"
                + " or put a backup of this version's time back with nangdok restore FILE.";
    return new FailureAnalysis(sentence, null, failure);
  }
}
