package org.nangdok.script.writer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Dropped;
import org.nangdok.script.Piece;
import org.nangdok.script.Turn;
import org.nangdok.script.line.SourceLine;

/**
 * The promise that no word of an article is lost or changed: each line is in a turn or dropped and
 * never both, and each piece of a turn is a substring of its line, after the piece before it.
 */
final class Invariant {

  private Invariant() {}

  /** What breaks the promise, as words for a warning; null if nothing does. */
  static @Nullable String broken(List<SourceLine> lines, List<Turn> turns, List<Dropped> dropped) {
    Map<Integer, String> texts = new HashMap<>();
    for (SourceLine line : lines) {
      texts.put(line.number(), line.text());
    }
    Set<Integer> silent = new HashSet<>();
    for (Dropped drop : dropped) {
      silent.add(drop.line());
    }
    Map<Integer, Integer> reached = new HashMap<>();
    int last = -1;
    for (Turn turn : turns) {
      for (Piece piece : turn.pieces()) {
        String text = texts.get(piece.line());
        if (text == null || silent.contains(piece.line())) {
          return "line " + (piece.line() + 1) + " is spoken though it isn't to be";
        }
        int at = text.indexOf(piece.text(), reached.getOrDefault(piece.line(), 0));
        if (at < 0 || piece.line() < last) {
          return "line " + (piece.line() + 1) + " would be changed";
        }
        reached.put(piece.line(), at + piece.text().length());
        last = piece.line();
      }
    }
    for (SourceLine line : lines) {
      if (!reached.containsKey(line.number()) && !silent.contains(line.number())) {
        return "line " + (line.number() + 1) + " would be lost";
      }
    }
    return null;
  }
}
