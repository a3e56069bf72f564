package org.nangdok.ssml;

import org.nangdok.problem.ProblemException;

/** SSML that isn't taken: code {@code script.bad-ssml}. */
public final class SsmlException extends ProblemException {

  private static final long serialVersionUID = 1L;

  SsmlException(String sentence) {
    super("script.bad-ssml", sentence);
  }
}
