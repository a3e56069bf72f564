package org.nangdok.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/** What a command refuses. Codes begin with {@code command.}. */
final class CommandException extends ProblemException {

  private static final long serialVersionUID = 1L;

  CommandException(String code, String sentence) {
    this(code, sentence, null);
  }

  CommandException(String code, String sentence, @Nullable Throwable cause) {
    super(code, sentence, Map.of(), cause);
  }
}
