package org.nangdok.language.lexicon;

import java.util.Map;
import org.nangdok.problem.ProblemException;

/** A lexicon file that can't be used, with the place of the mistake. */
public final class LexiconException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param file name of the lexicon file
   * @param line number of the line, from 1; 0 for the file as a whole
   * @param sentence what is wrong and what to do
   */
  public LexiconException(String file, int line, String sentence) {
    super(
        "language.bad-lexicon",
        (line > 0 ? file + ":" + line : file) + ": " + sentence,
        Map.of("file", file, "line", line),
        null);
  }
}
