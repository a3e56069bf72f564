package org.nangdok.feed;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.problem.ProblemException;

/** A feed that can't be found, made or followed. Codes begin with {@code feed.}. */
public class FeedException extends ProblemException {

  private static final long serialVersionUID = 1L;

  public FeedException(String code, String sentence) {
    this(code, sentence, null);
  }

  FeedException(String code, String sentence, @Nullable Throwable cause) {
    super(code, sentence, Map.of(), cause);
  }
}
