package org.nangdok.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.article.Dropped;
import org.nangdok.reading.PlannedSentence;
import org.nangdok.reading.ReadingException;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.script.Explanation;

/**
 * Why a reading has these speakers: its script's {@link Explanation} with the text of each line.
 *
 * @param confidence from 0, where another reading is as likely, to 1
 * @param hypotheses the readings that were weighed, the best first
 */
record WhyView(
    String reading,
    double confidence,
    List<Explanation.Hypothesis> hypotheses,
    List<LineView> lines) {

  /**
   * What told something about a line.
   *
   * @param text the first words of the line; empty if it holds a label only that isn't kept
   */
  record LineView(int line, String text, String rule, String outcome) {}

  /**
   * @throws ReadingException with code {@code reading.unexplained} if nothing was kept, or nothing
   *     had to be found out
   */
  static WhyView of(ReadingPlan plan) {
    Explanation why = plan.explanation();
    if (why == null) {
      throw new ReadingException(
          "reading.unexplained",
          "Who speaks was given with this reading, or it is from before explanations were kept. Have"
              + " the article read again for one.");
    }
    Map<Integer, String> texts = texts(plan);
    List<LineView> lines =
        why.lines().stream()
            .map(
                found ->
                    new LineView(
                        found.line(),
                        texts.getOrDefault(found.line(), ""),
                        found.rule(),
                        found.outcome()))
            .toList();
    return new WhyView(why.reading(), why.confidence(), why.hypotheses(), lines);
  }

  private static Map<Integer, String> texts(ReadingPlan plan) {
    Map<Integer, String> texts = new HashMap<>();
    for (Dropped dropped : plan.dropped()) {
      texts.putIfAbsent(dropped.line(), dropped.text());
    }
    for (PlannedSentence sentence : plan.sentences()) {
      texts.putIfAbsent(sentence.line(), sentence.text());
    }
    return texts;
  }
}
