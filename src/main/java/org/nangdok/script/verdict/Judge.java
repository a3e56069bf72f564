package org.nangdok.script.verdict;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nangdok.script.Explanation.Hypothesis;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.line.Part;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Token;
import org.nangdok.script.turn.TurnMaker;

/** Scores readings of a document by the signs that it shows. Immutable. */
public final class Judge {

  private static final Weights WEIGHTS = Weights.read();

  private final Lexicon lexicon;

  /** A judge of texts in the lexicon's language. */
  public Judge(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The score of a reading: above 0 where more speaks for its speakers than for plain text. */
  public Hypothesis score(String reading, TurnMaker.Made made) {
    List<SourceLine> lines = made.unfolded().lines();
    Map<Sign, Double> signs =
        Evidence.of(made.tokens(), lines, lexicon, name -> made.survey().introduced(name) != null);
    if (made.survey().isCaptioned() && signs.size() > 2) {
      signs.put(Sign.FORMAL_LABELS, 1.0);
      signs.put(Sign.SPARSE, 0.0);
    }
    boolean asked =
        made.tokens().stream()
            .anyMatch(
                token ->
                    token instanceof Token.Label label
                        && label.part() == Part.QUESTION
                        && label.rule() == Rule.BRACKET_WORD);
    if (asked && !made.survey().introduced().isEmpty()) {
      signs.remove(Sign.EXPLAINED);
      signs.remove(Sign.EMBEDDED);
    }
    double score = 0;
    Map<String, Double> parts = new TreeMap<>();
    for (Map.Entry<Sign, Double> sign : signs.entrySet()) {
      double part = WEIGHTS.of(sign.getKey()) * sign.getValue();
      score += part;
      parts.put(sign.getKey().code(), part);
    }
    return new Hypothesis(reading, score, parts);
  }
}
