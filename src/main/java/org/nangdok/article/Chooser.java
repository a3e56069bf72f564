package org.nangdok.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Chooses among proposals and says why.
 *
 * <p>A live blog's posts win if the page says that it is one. A site's own profile wins if it holds
 * any running text to speak of. An element marked as the body wins over the scored lines if it
 * holds most of their text. Text from scripts or JSON-LD wins only where it has far more running
 * text than anything visible: it is a rescue, because it often lacks parts and line breaks.
 */
final class Chooser {

  private static final int SOME = 160;
  private static final double MOST = 0.6;
  private static final double FAR_MORE = 2.5;

  private Chooser() {}

  /**
   * @param candidate the winner
   * @param explanation one line per proposal
   */
  record Choice(Candidate candidate, List<String> explanation) {}

  static Choice choose(List<Candidate> candidates) {
    Candidate best = candidates.getFirst();
    String why = "the first proposal";
    for (Candidate other : candidates.subList(1, candidates.size())) {
      int mine = best.runningWeight();
      int its = other.runningWeight();
      boolean rescue = other.name().equals("script") || other.name().equals("json-ld");
      boolean known = best.name().startsWith("profile:") || best.name().equals(Candidates.LIVE);
      if (rescue ? its > FAR_MORE * mine && its > SOME : known && mine < SOME && its > mine) {
        best = other;
        why = "far more running text than what is visible in its rival";
      } else if (other.name().equals("itemprop") && !known && its > SOME && its > MOST * mine) {
        best = other;
        why = "marked as the body, and most of the scored text stands in it";
      }
    }
    List<String> explanation = new ArrayList<>();
    for (Candidate candidate : candidates) {
      explanation.add(
          String.format(
              Locale.ROOT,
              "%s: %d lines, weight %d, running %d, links %.2f, sentence ends %.2f%s",
              candidate.name(),
              candidate.taken().cardinality(),
              candidate.weight(),
              candidate.runningWeight(),
              candidate.linkShare(),
              candidate.sentenceShare(),
              candidate == best ? "; chosen: " + why : ""));
    }
    return new Choice(best, explanation);
  }
}
