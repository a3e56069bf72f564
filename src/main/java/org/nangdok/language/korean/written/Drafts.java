package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.korean.sound.Hangul;
import org.nangdok.language.korean.words.Draft;
import org.nangdok.language.korean.words.Gap;

/** The words of a sentence as they come, with what the writer put between them. */
final class Drafts {

  private static final String CLOSING_QUOTES = "」』》〉’”";
  private static final String CLOSING_BRACKETS = ")]}〕】";

  /** Signs that open and close; what one of them does tells the number of those before it. */
  private static final String EITHER_QUOTES = "\"'";

  private final Folded folded;
  private final List<Draft> drafts = new ArrayList<>();
  private final int[] quotes = new int[EITHER_QUOTES.length()];

  Drafts(Folded folded) {
    this.folded = folded;
  }

  /** The words of a match, or a closed bracket where it has none, as a gloss hasn't. */
  void add(Match match) {
    if (match.pieces().isEmpty()) {
      widen(Gap.CLOSED);
    }
    for (Piece piece : match.pieces()) {
      if (Hangul.isAllSyllables(piece.spoken())) {
        drafts.add(
            new Draft(
                piece.spoken(),
                folded.origin(piece.start()),
                Math.max(folded.end(piece.end()), folded.origin(piece.start()) + 1),
                piece.role(),
                Gap.NONE));
      }
    }
  }

  /**
   * A character that isn't read.
   *
   * @param gap what it does to the gap
   */
  void sign(char c, Gap gap) {
    int either = EITHER_QUOTES.indexOf(c);
    boolean closes = CLOSING_QUOTES.indexOf(c) >= 0 || either >= 0 && quotes[either]++ % 2 == 1;
    if (drafts.isEmpty()) {
      return;
    }
    Gap last = drafts.getLast().gap();
    if (gap == Gap.LIGHT && last.compareTo(Gap.SPACE) < 0) {
      boolean bracket = CLOSING_BRACKETS.indexOf(c) >= 0;
      widen(bracket ? Gap.CLOSED : closes ? Gap.QUOTED : Gap.LIGHT);
    } else if (gap == Gap.SPACE && (last == Gap.QUOTED || last == Gap.CLOSED)) {
      widen(Gap.LIGHT);
    } else {
      widen(gap);
    }
  }

  List<Draft> list() {
    return drafts;
  }

  private void widen(Gap gap) {
    if (!drafts.isEmpty() && drafts.getLast().gap().compareTo(gap) < 0) {
      Draft last = drafts.removeLast();
      drafts.add(new Draft(last.spoken(), last.start(), last.end(), last.role(), gap));
    }
  }
}
