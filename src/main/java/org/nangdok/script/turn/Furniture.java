package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Piece;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;
import org.nangdok.script.line.Token;

/**
 * Takes away what a page prints around a transcript: fragments above the first label, but for one
 * that is the headline, and lines of addresses or signs below the last words.
 */
final class Furniture {

  private static final int MOST_FRAGMENTS = 12;
  private static final int LONGEST_FRAGMENT = 120;
  private static final int MOST_WRITTEN = 3;
  private static final int LONGEST_TITLE = 20;
  private static final int FEWEST_STOPPED = 4;

  /** One turn in so many may end without a stop where the others have theirs. */
  private static final int MOST_OPEN = 5;

  private static final char REMARK = '※';
  private static final String SIGNS = "▶▣■*※☞▲◇#<[";
  private static final String[] ADDRESSES = {"http", "www.", "@", "#"};

  private Furniture() {}

  /** Removes it from the drafts of a document with speakers; tells what was removed. */
  static List<Token.Silent> removed(List<Draft> drafts, Lexicon lexicon) {
    List<Token.Silent> removed = new ArrayList<>();
    boolean speakers = drafts.stream().anyMatch(draft -> draft.block.part != null);
    if (speakers) {
      if (isAbove(drafts)) {
        above(drafts, removed, lexicon);
      }
      below(drafts, removed);
      drafts.removeIf(draft -> draft.pieces.isEmpty());
    }
    return removed;
  }

  /** Whether few fragments and few sentences stand above the first label, as in no article. */
  private static boolean isAbove(List<Draft> drafts) {
    int fragments = 0;
    int written = 0;
    for (Draft draft : drafts) {
      if (draft.block.part != null) {
        break;
      }
      for (Piece piece : draft.pieces) {
        fragments += isFragment(piece.text()) ? 1 : 0;
        written += Sentences.isWritten(piece.text()) ? 1 : 0;
      }
    }
    return fragments <= MOST_FRAGMENTS && written <= MOST_WRITTEN;
  }

  private static void above(List<Draft> drafts, List<Token.Silent> removed, Lexicon lexicon) {
    List<Draft> unlabelled = new ArrayList<>();
    Draft headline = null;
    for (Draft draft : drafts) {
      if (draft.block.part != null) {
        break;
      }
      unlabelled.add(draft);
      headline = "headline".equals(draft.title) ? draft : headline;
    }
    Piece best = Headline.longest(unlabelled, headline, lexicon);
    boolean replaced = Headline.isReplaced(headline, best);
    for (Draft draft : unlabelled) {
      if (draft != headline || replaced) {
        split(draft, replaced ? best : null, drafts, removed, lexicon);
      }
    }
  }

  private static void split(
      Draft draft,
      @Nullable Piece headline,
      List<Draft> drafts,
      List<Token.Silent> removed,
      Lexicon lexicon) {
    int at = drafts.indexOf(draft);
    Draft now = draft;
    List<Piece> pieces = List.copyOf(draft.pieces);
    draft.pieces.clear();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece == headline) {
        Piece text = Preface.untagged(piece);
        if (text != null) {
          Draft title = Headline.of(draft.block, text);
          now = rest(draft);
          drafts.add(++at, title);
          drafts.add(++at, now);
        }
      } else if (isFragment(piece.text())
          && !isContinued(pieces, i, lexicon)
          && drafts.stream().noneMatch(one -> one != draft && one.speaks(piece.line()))) {
        removed.add(new Token.Silent(piece.line(), "furniture", piece.text()));
      } else {
        now.pieces.add(piece);
      }
    }
  }

  /** The same speaker's words below the headline. */
  private static Draft rest(Draft draft) {
    Draft rest = new Draft(draft.block);
    boolean narrated = "headline".equals(draft.title);
    rest.speaker = draft.speaker;
    rest.person = draft.person;
    rest.name = draft.name;
    rest.title = narrated ? null : draft.title;
    return rest;
  }

  private static boolean isFragment(String text) {
    return !Sentences.ends(text) && text.length() <= LONGEST_FRAGMENT || Headline.isPageLine(text);
  }

  /**
   * Whether the next line goes on with a line's sentence: behind a comma or a particle, or in lower
   * case.
   */
  static boolean isContinued(List<Piece> pieces, int at, Lexicon lexicon) {
    return at + 1 < pieces.size()
        && pieces.get(at + 1).line() == pieces.get(at).line() + 1
        && (Sentences.ends(pieces.get(at + 1).text()) || isContinued(pieces, at + 1, lexicon))
        && (pieces.get(at).text().strip().endsWith(",")
            || lexicon.ends(WordKind.JOINS, pieces.get(at).text().strip())
            || Character.isLowerCase(pieces.get(at + 1).text().charAt(0))
                && !Headline.isPageLine(pieces.get(at + 1).text()));
  }

  private static void below(List<Draft> drafts, List<Token.Silent> removed) {
    Draft last = drafts.getLast();
    int titles = isStopped(drafts) ? titles(last.pieces) : last.pieces.size();
    while (last.pieces.size() > 1) {
      Piece piece = last.pieces.getLast();
      boolean own = last.pieces.get(last.pieces.size() - 2).line() != piece.line();
      if (!own || last.pieces.size() <= titles && !isEdge(piece.text())) {
        return;
      }
      removed.add(new Token.Silent(piece.line(), "furniture", piece.text()));
      last.pieces.removeLast();
    }
  }

  /** How many pieces stand above the titles behind the last sentence; all if none do. */
  private static int titles(List<Piece> pieces) {
    int first = pieces.size();
    while (first > 1 && isTitle(pieces.get(first - 1).text())) {
      first--;
    }
    return Sentences.ends(pieces.get(first - 1).text()) ? first : pieces.size();
  }

  /** Whether nearly all that is said ends as sentences do, so that what doesn't isn't said. */
  private static boolean isStopped(List<Draft> drafts) {
    long stopped = drafts.stream().filter(draft -> Sentences.ends(draft.text())).count();
    return drafts.size() >= FEWEST_STOPPED
        && (drafts.size() - stopped) * MOST_OPEN <= drafts.size();
  }

  private static boolean isTitle(String text) {
    return !Sentences.ends(text)
        && text.length() <= LONGEST_TITLE
        && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ');
  }

  /** Whether a line below the last words is an address or begins with a sign and is no sentence. */
  private static boolean isEdge(String text) {
    boolean sign = SIGNS.indexOf(text.charAt(0)) >= 0;
    boolean address = false;
    for (String mark : ADDRESSES) {
      address |= text.contains(mark);
    }
    boolean remark = text.charAt(0) == REMARK;
    return remark || (Sentences.ends(text) ? sign && address : sign || address);
  }
}
