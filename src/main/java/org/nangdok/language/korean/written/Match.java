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
 */
record Match(String form, int end, List<Piece> pieces) {

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
}
