package org.nangdok.script;

import java.util.List;
import java.util.Map;

/**
 * Why a script gives its words to these speakers.
 *
 * @param reading the code of the reading that won
 * @param confidence how far it is from the reading that came next, from 0 (either may be right) to
 *     1; 1 where somebody wished for it
 * @param hypotheses the readings that were weighed, the best first
 * @param lines what found the labels of each line that has some
 */
public record Explanation(
    String reading, double confidence, List<Hypothesis> hypotheses, List<Finding> lines) {

  /** Of a script whose speakers weren't found out but given. */
  public static final Explanation GIVEN = new Explanation("given", 1, List.of(), List.of());

  public Explanation {
    hypotheses = List.copyOf(hypotheses);
    lines = List.copyOf(lines);
  }

  /**
   * A reading of the whole document.
   *
   * @param score how much speaks for it; plain text, which has no speakers, scores 0
   * @param signs what the document shows and how much each sign adds to the score
   */
  public record Hypothesis(String reading, double score, Map<String, Double> signs) {
    public Hypothesis {
      signs = Map.copyOf(signs);
    }
  }

  /**
   * A label, or words that nobody says.
   *
   * @param line the number of the input line
   * @param rule the id of the rule that found it, or the reason of the silence
   * @param outcome what it makes of what follows
   */
  public record Finding(int line, String rule, String outcome) {}
}
