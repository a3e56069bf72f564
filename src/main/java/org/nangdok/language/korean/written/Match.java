package org.nangdok.language.korean.written;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.language.korean.words.Role;

/**
 * What a written form reads.
 *
 * @param form name of the form, for explanations
 * @param end where it ends in the folded text
 * @param pieces the spoken words
 * @param sense the counter and the system of its number ({@code 권:sino}), for evidence that tells
 *     one from another; empty where there is no choice
 * @param weight how much the form itself knows for or against this reading
 */
record Match(String form, int end, List<Piece> pieces, String sense, double weight) {

  Match(String form, int end, List<Piece> pieces) {
    this(form, end, pieces, "", 0);
  }

  /** A match of the beginning of a text, at another place. */
  static Match moved(Match match, int by) {
    return new Match(
        match.form,
        match.end + by,
        match.pieces.stream()
            .map(p -> new Piece(p.spoken(), p.start() + by, p.end() + by, p.role()))
            .toList());
  }

  /** Words that all come from one range. */
  static Match words(String form, int start, int end, String spoken, Role role) {
    var pieces = new ArrayList<Piece>();
    for (String word : spoken.strip().split(" +")) {
      if (!word.isEmpty()) {
        pieces.add(new Piece(word, start, end, role));
      }
    }
    return new Match(form, end, pieces);
  }

  /** The same with a sense and what the form knows for it. */
  Match as(String sense, double weight) {
    return new Match(form, end, pieces, sense, weight);
  }

  /** The words, separated by spaces. */
  String spoken() {
    var spoken = new StringBuilder();
    pieces.forEach(piece -> spoken.append(spoken.isEmpty() ? "" : " ").append(piece.spoken()));
    return spoken.toString();
  }
}
