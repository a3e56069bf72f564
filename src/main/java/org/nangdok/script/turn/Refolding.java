package org.nangdok.script.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nangdok.script.Piece;
import org.nangdok.script.Turn;
import org.nangdok.script.line.SourceLine;
import org.nangdok.script.line.Token;
import org.nangdok.script.line.Unfolded;

/** Gives what was made of unfolded lines the numbers of the input lines back. */
final class Refolding {

  /** A part of an input line. */
  private record Span(int line, int start, int end) {}

  private final Unfolded unfolded;
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, List<Integer>> more = new HashMap<>();

  /** One past the last character of each line that a turn has taken. */
  private final Map<Integer, Integer> reached = new HashMap<>();

  /**
   * @param lines the lines as they came
   */
  Refolding(List<SourceLine> lines, Unfolded unfolded) {
    this.unfolded = unfolded;
    for (SourceLine line : lines) {
      texts.put(line.number(), line.text());
      more.put(line.number(), line.more());
    }
  }

  /** The turns in the input's lines; pieces that nothing parts become one. */
  List<Turn> turns(List<Turn> turns) {
    List<Turn> folded = new ArrayList<>();
    for (Turn turn : turns) {
      List<Span> spans = new ArrayList<>();
      for (Piece piece : turn.pieces()) {
        add(piece, spans);
      }
      List<Piece> pieces = spans.stream().map(this::piece).toList();
      folded.add(turn.saying(pieces));
    }
    return folded;
  }

  private void add(Piece piece, List<Span> spans) {
    int line = unfolded.origin().get(piece.line());
    String text = texts.getOrDefault(line, "");
    int from = reached.getOrDefault(line, 0);
    int start = text.indexOf(piece.text(), from);
    int end = start + piece.text().length();
    reached.put(line, end);
    Span last = spans.isEmpty() ? null : spans.getLast();
    if (last != null && last.line() == line && text.substring(last.end(), start).isBlank()) {
      spans.removeLast();
      spans.add(new Span(line, last.start(), end));
    } else {
      spans.add(new Span(line, start, end));
    }
  }

  private Piece piece(Span span) {
    String text = texts.getOrDefault(span.line(), "").substring(span.start(), span.end());
    return new Piece(span.line(), text, more.getOrDefault(span.line(), List.of()));
  }

  /** What isn't said, in the input's lines. */
  List<Token.Silent> silent(List<Token.Silent> silent) {
    List<Token.Silent> folded = new ArrayList<>();
    for (Token.Silent one : silent) {
      int line = unfolded.origin().get(one.line());
      folded.add(new Token.Silent(line, one.reason(), one.text()));
    }
    return folded;
  }
}
