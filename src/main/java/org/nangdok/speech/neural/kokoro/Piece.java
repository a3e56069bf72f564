package org.nangdok.speech.neural.kokoro;

import java.util.ArrayList;
import java.util.List;

/**
 * As much of a sentence as the network speaks at once.
 *
 * @param symbols at most as many as asked for
 * @param pauseAfter whether it ends where the prosody pauses
 */
record Piece(List<Symbol> symbols, boolean pauseAfter) {

  /**
   * A sentence cut where it pauses, else between words, and inside a word only in need.
   *
   * @param most symbols of a piece
   */
  static List<Piece> of(List<Symbol> sentence, int most) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < sentence.size()) {
      int to = end(sentence, from, most);
      boolean pause = sentence.get(to - 1).part() == Symbol.Part.PAUSE;
      List<Symbol> symbols = sentence.subList(from, to);
      if (symbols.stream().anyMatch(Symbol::isHeard)) {
        pieces.add(new Piece(List.copyOf(symbols), pause));
      }
      from = to;
      while (from < sentence.size() && sentence.get(from).part() == Symbol.Part.SPACE) {
        from++;
      }
    }
    return pieces;
  }

  private static int end(List<Symbol> sentence, int from, int most) {
    if (sentence.size() - from <= most) {
      return sentence.size();
    }
    int pause = last(sentence, from, from + most, Symbol.Part.PAUSE);
    if (pause >= 0) {
      return pause + 1;
    }
    int space = last(sentence, from, from + most, Symbol.Part.SPACE);
    return space > from ? space : from + most;
  }

  private static int last(List<Symbol> sentence, int from, int to, Symbol.Part part) {
    for (int i = to - 1; i >= from; i--) {
      if (sentence.get(i).part() == part) {
        return i;
      }
    }
    return -1;
  }
}
