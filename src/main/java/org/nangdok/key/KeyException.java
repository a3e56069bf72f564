package org.nangdok.key;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/** A key that can't be made, found or kept. Codes begin with {@code key.}. */
public final class KeyException extends ProblemException {

  private static final long serialVersionUID = 1L;

  KeyException(String code, String sentence) {
    this(code, sentence, null);
  }

  KeyException(String code, String sentence, @Nullable Throwable cause) {
    super(code, sentence, Map.of(), cause);
  }
}
