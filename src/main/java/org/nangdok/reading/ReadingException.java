package org.nangdok.reading;

import org.nangdok.problem.ProblemException;

/** A reading that can't be made or found. Codes begin with {@code reading.} or {@code request.}. */
public class ReadingException extends ProblemException {

  private static final long serialVersionUID = 1L;

  public ReadingException(String code, String sentence) {
    super(code, sentence);
  }
}
