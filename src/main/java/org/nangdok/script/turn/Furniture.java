package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Piece;
import org.nangdok.script.Speaker;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.line.Token;

/**
 * Takes away what a page prints around a transcript: fragments above the first label, but for one
 * that is the headline, and lines of addresses or signs below the last words.
 */
final class Furniture {

  private static final int SHORTEST_HEADLINE = 8;
  private static final double LONGER = 1.3;
  private static final int MOST_FRAGMENTS = 12;
  private static final int LONGEST_FRAGMENT = 120;
  private static final String SIGNS = "▶▣■*※☞▲◇#<[";
  private static final String[] ADDRESSES = {"http", "www.", "@", "#"};

  private Furniture() {}

  /** Removes it from the drafts of a document with speakers; tells what was removed. */
  static List<Token.Silent> removed(List<Draft> drafts) {
    List<Token.Silent> removed = new ArrayList<>();
    boolean speakers = drafts.stream().anyMatch(draft -> draft.block.part != null);
    if (speakers) {
      if (isAbove(drafts)) {
        above(drafts, removed);
      }
      below(drafts.getLast(), removed);
      drafts.removeIf(draft -> draft.pieces.isEmpty());
    }
    return removed;
  }

  /** Whether few and short fragments stand above the first label, as around a transcript. */
  private static boolean isAbove(List<Draft> drafts) {
    int fragments = 0;
    int longest = 0;
    for (Draft draft : drafts) {
      if (draft.block.part != null) {
        break;
      }
      for (Piece piece : draft.pieces) {
        boolean fragment = isFragment(piece.text());
        fragments += fragment ? 1 : 0;
        longest = fragment ? Math.max(longest, piece.text().length()) : longest;
      }
    }
    return fragments <= MOST_FRAGMENTS && longest <= LONGEST_FRAGMENT;
  }

  private static void above(List<Draft> drafts, List<Token.Silent> removed) {
    List<Draft> unlabelled = new ArrayList<>();
    Draft headline = null;
    for (Draft draft : drafts) {
      if (draft.block.part != null) {
        break;
      }
      unlabelled.add(draft);
      headline = "headline".equals(draft.title) ? draft : headline;
    }
    Piece best = null;
    for (Draft draft : unlabelled) {
      for (Piece piece : draft.pieces) {
        if (Sentences.ends(piece.text()) && draft != headline) {
          break; // a headline stands above the first sentence
        }
        boolean longer = best == null || piece.text().length() > best.text().length();
        best = !Sentences.ends(piece.text()) && longer ? piece : best;
      }
    }
    boolean renamed = headline == null || best != null && isLonger(best, headline);
    for (Draft draft : unlabelled) {
      if (draft != headline || renamed) {
        split(draft, renamed ? best : null, drafts, removed);
      }
    }
  }

  /** Whether the first line was taken for the headline though a clearly longer one follows. */
  private static boolean isLonger(Piece best, Draft headline) {
    String first = headline.pieces.getFirst().text();
    return !Sentences.ends(first) && first.length() * LONGER < best.text().length();
  }

  private static void split(
      Draft draft, @Nullable Piece headline, List<Draft> drafts, List<Token.Silent> removed) {
    List<Piece> kept = new ArrayList<>();
    int at = drafts.indexOf(draft);
    for (Piece piece : draft.pieces) {
      if (piece == headline && piece.text().length() >= SHORTEST_HEADLINE) {
        Piece text = Preface.untagged(piece);
        if (text != null) {
          Draft title = new Draft(draft.block);
          title.pieces.add(text);
          title.speaker = Speaker.NARRATOR;
          title.title = "headline";
          title.person = "narrator";
          drafts.add(kept.isEmpty() ? at : at + 1, title);
          at += kept.isEmpty() ? 1 : 0;
        }
      } else if (isFragment(piece.text())) {
        removed.add(new Token.Silent(piece.line(), "furniture", piece.text()));
      } else {
        kept.add(piece);
      }
    }
    draft.pieces.clear();
    draft.pieces.addAll(kept);
  }

  private static boolean isFragment(String text) {
    return !Sentences.ends(text);
  }

  private static void below(Draft last, List<Token.Silent> removed) {
    while (last.pieces.size() > 1) {
      Piece piece = last.pieces.getLast();
      boolean own = last.pieces.get(last.pieces.size() - 2).line() != piece.line();
      if (!own || Sentences.ends(piece.text()) || !isEdge(piece.text())) {
        return;
      }
      removed.add(new Token.Silent(piece.line(), "furniture", piece.text()));
      last.pieces.removeLast();
    }
  }

  private static boolean isEdge(String text) {
    boolean address = false;
    for (String sign : ADDRESSES) {
      address |= text.contains(sign);
    }
    return address || SIGNS.indexOf(text.charAt(0)) >= 0;
  }
}
