package org.nangdok.library;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/** What the library can't keep or find. Codes begin with {@code library.} or {@code storage.}. */
public class LibraryException extends ProblemException {

  private static final long serialVersionUID = 1L;

  public LibraryException(String code, String sentence, @Nullable Throwable cause) {
    super(code, sentence, Map.of(), cause);
  }
}
