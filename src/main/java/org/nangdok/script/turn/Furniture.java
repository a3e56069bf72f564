package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.Piece;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.line.Token;

/**
 * Takes away what a page prints around a transcript: fragments above the first label, but for one
 * that is the headline, and lines of addresses or signs below the last words.
 */
final class Furniture {

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

  /** Whether few fragments stand above the first label, as around a transcript. */
  private static boolean isAbove(List<Draft> drafts) {
    int fragments = 0;
    for (Draft draft : drafts) {
      if (draft.block.part != null) {
        break;
      }
      for (Piece piece : draft.pieces) {
        fragments += isFragment(piece.text()) ? 1 : 0;
      }
    }
    return fragments <= MOST_FRAGMENTS;
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
    Piece best = Headline.longest(unlabelled, headline);
    boolean replaced = Headline.isReplaced(headline, best);
    for (Draft draft : unlabelled) {
      if (draft != headline || replaced) {
        split(draft, replaced ? best : null, drafts, removed);
      }
    }
  }

  private static void split(
      Draft draft, @Nullable Piece headline, List<Draft> drafts, List<Token.Silent> removed) {
    int at = drafts.indexOf(draft);
    Draft now = draft;
    List<Piece> pieces = List.copyOf(draft.pieces);
    draft.pieces.clear();
    for (Piece piece : pieces) {
      if (piece == headline) {
        Piece text = Preface.untagged(piece);
        if (text != null) {
          Draft title = Headline.of(draft.block, text);
          now = rest(draft);
          drafts.add(++at, title);
          drafts.add(++at, now);
        }
      } else if (isFragment(piece.text())) {
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

  private static void below(Draft last, List<Token.Silent> removed) {
    while (last.pieces.size() > 1) {
      Piece piece = last.pieces.getLast();
      boolean own = last.pieces.get(last.pieces.size() - 2).line() != piece.line();
      if (!own || !isEdge(piece.text())) {
        return;
      }
      removed.add(new Token.Silent(piece.line(), "furniture", piece.text()));
      last.pieces.removeLast();
    }
  }

  /** Whether a line below the last words is an address or begins with a sign and is no sentence. */
  private static boolean isEdge(String text) {
    boolean sign = SIGNS.indexOf(text.charAt(0)) >= 0;
    boolean address = false;
    for (String mark : ADDRESSES) {
      address |= text.contains(mark);
    }
    return Sentences.ends(text) ? sign && address : sign || address;
  }
}
