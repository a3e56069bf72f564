package org.nangdok.script.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nangdok.script.Explanation;
import org.nangdok.script.Explanation.Finding;
import org.nangdok.script.Explanation.Hypothesis;
import org.nangdok.script.Speaker;
import org.nangdok.script.Wish;
import org.nangdok.script.line.Reading;
import org.nangdok.script.line.Rule;
import org.nangdok.script.line.Token;
import org.nangdok.script.turn.TurnMaker.Made;

/**
 * The reading of a document that explains it best, and what it makes of the document.
 *
 * @param made the turns of that reading
 * @param explanation why it won
 */
public record Verdict(Made made, Explanation explanation) {

  /** By how much a reading with speakers must beat plain text. */
  private static final double MARGIN = 0.3;

  /**
   * Decides for one reading.
   *
   * @param maker makes the turns of a reading
   */
  public static Verdict of(Function<Reading, Made> maker, Judge judge, Wish wish) {
    Made speakers = maker.apply(Reading.SPEAKERS);
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(new Hypothesis(Reading.PLAIN.code(), 0, Map.of()));
    Made best = wish == Wish.SPEAKERS ? speakers : null;
    if (hasLabels(speakers)) {
      Hypothesis full = judge.score(Reading.SPEAKERS.code(), speakers);
      hypotheses.add(full);
      if (full.score() >= MARGIN) {
        best = speakers;
      } else if (isLoose(speakers)) {
        Made strict = maker.apply(Reading.FORMAL);
        if (hasLabels(strict) && hasSeveral(strict) && wish != Wish.SPEAKERS) {
          Hypothesis formal = judge.score(Reading.FORMAL.code(), strict);
          hypotheses.add(formal);
          best = formal.score() >= MARGIN ? strict : best;
        }
      }
    }
    if (best == null && !hasLabels(speakers) && narratesOnly(speakers)) {
      best = speakers;
    }
    Made chosen = best == null || wish == Wish.NARRATOR ? maker.apply(Reading.PLAIN) : best;
    boolean plain = chosen.survey().reading() == Reading.PLAIN;
    hypotheses.sort(Comparator.comparingDouble(Hypothesis::score).reversed());
    String reading = chosen.survey().reading().code();
    double confidence = wish == Wish.AUTO ? confidence(hypotheses, plain) : 1;
    return new Verdict(chosen, new Explanation(reading, confidence, hypotheses, findings(chosen)));
  }

  private static boolean hasLabels(Made made) {
    return made.turns().stream().anyMatch(turn -> turn.speaker() != Speaker.NARRATOR);
  }

  private static boolean hasSeveral(Made made) {
    return made.tokens().stream()
            .filter(token -> token instanceof Token.Label || token instanceof Token.Clip)
            .count()
        > 1;
  }

  /** Whether the only labels are words that announce the narrator, alone on their lines. */
  private static boolean narratesOnly(Made made) {
    return made.tokens().stream()
        .anyMatch(token -> token instanceof Token.Label label && label.rule() == Rule.WORD_ALONE);
  }

  private static boolean isLoose(Made made) {
    return made.tokens().stream()
        .anyMatch(
            token ->
                token instanceof Token.Label label
                    && (label.rule() == Rule.PREFIX_PERSON || label.rule() == Rule.LABEL_LINE));
  }

  /** From 0, where plain text and speakers are as likely, to 1; certain if there are no labels. */
  private static double confidence(List<Hypothesis> hypotheses, boolean plain) {
    double best = Double.NEGATIVE_INFINITY;
    for (Hypothesis one : hypotheses) {
      best = one.signs().isEmpty() ? best : Math.max(best, one.score() - MARGIN);
    }
    double distance = Math.max(0, plain ? -best : best);
    return best == Double.NEGATIVE_INFINITY ? 1 : 1 - Math.exp(-distance);
  }

  private static List<Finding> findings(Made made) {
    List<Integer> origin = made.unfolded().origin();
    List<Finding> findings = new ArrayList<>();
    for (Token token : made.tokens()) {
      int line = origin.get(token.line());
      switch (token) {
        case Token.Label label ->
            findings.add(new Finding(line, label.rule().id(), label.part().code()));
        case Token.Clip clip -> findings.add(new Finding(line, clip.rule().id(), "interview"));
        case Token.Silent silent -> findings.add(new Finding(line, "silent", silent.reason()));
        case Token.Aside aside -> findings.add(new Finding(line, "aside", "other"));
        case Token.Words words -> {
          // whoever's turn it is
        }
      }
    }
    return findings;
  }
}
