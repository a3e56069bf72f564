package org.nangdok.script.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Piece;
import org.nangdok.script.Speaker;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.line.PageLines;
import org.nangdok.script.line.PageLines.Where;

/** Tells the headline of a transcript from what else the page prints above its first label. */
final class Headline {

  private static final int SHORTEST = 8;
  private static final int FEWEST_WORDS = 3;

  /** Fewer letters suffice where each is a syllable or a word. */
  private static final int SHORTEST_EAST_ASIAN = 6;

  private static final double LONGER = 1.5;

  private Headline() {}

  /** The headline's turn. */
  static Draft of(Block block, Piece piece) {
    Draft headline = new Draft(block);
    headline.pieces.add(piece);
    headline.speaker = Speaker.NARRATOR;
    headline.title = "headline";
    headline.person = "narrator";
    return headline;
  }

  /** Whether a page prints the line above a transcript and nobody says it. */
  static boolean isPageLine(String text) {
    String end = text.strip();
    boolean broken = end.endsWith(",") || end.endsWith("，");
    return broken || PageLines.form(text, Where.ABOVE) != null;
  }

  /** Whether a line is neither a sentence nor such a line, and long enough. */
  static boolean mayBe(String text) {
    return !Sentences.isFinished(text)
        && (isEastAsian(text) || text.strip().split("\\s+").length >= FEWEST_WORDS)
        && letters(text) >= (isEastAsian(text) ? SHORTEST_EAST_ASIAN : SHORTEST)
        && !isPageLine(text);
  }

  /** The longest line above the first sentence that may be the headline; null if none may. */
  static @Nullable Piece longest(List<Draft> unlabelled, @Nullable Draft known, Lexicon lexicon) {
    Piece best = null;
    for (Draft draft : unlabelled) {
      for (Piece piece : draft.pieces) {
        if (Sentences.isFinished(piece.text()) && draft != known && !isPageLine(piece.text())) {
          return best; // a headline stands above the first sentence
        }
        boolean longer = best == null || piece.text().length() > best.text().length();
        boolean whole = !Furniture.isContinued(draft.pieces, draft.pieces.indexOf(piece), lexicon);
        best = longer && whole && mayBe(piece.text()) ? piece : best;
      }
    }
    return best;
  }

  /** Whether what was taken for the headline is none, or clearly shorter than another line. */
  static boolean isReplaced(@Nullable Draft known, @Nullable Piece best) {
    if (known == null) {
      return true;
    }
    String first = known.pieces.getFirst().text();
    if (!mayBe(first) && !Sentences.ends(first)) {
      return true;
    }
    return best != null && !Sentences.ends(first) && first.length() * LONGER < best.text().length();
  }

  private static boolean isEastAsian(String text) {
    return text.chars().anyMatch(c -> c >= '\u1100');
  }

  private static int letters(String text) {
    return (int) text.chars().filter(Character::isLetterOrDigit).count();
  }
}
