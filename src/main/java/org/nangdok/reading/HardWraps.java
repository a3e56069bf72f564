package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.nangdok.script.Piece;

/**
 * Finds lines that a column width broke in mid-sentence, so that they are spoken as one. Lines that
 * end as sentences do, and headings that stand alone, are left as they are.
 */
final class HardWraps {

  private static final int LEAST_WRAPPED_LINES = 2;
  private static final int SHORTEST_COLUMN = 15;
  private static final Pattern ENDED =
      Pattern.compile(".*([.?!…。？！]|[다요죠까])[\"'”’」』)\\]]*\\s*", Pattern.DOTALL);

  private HardWraps() {}

  /** The pieces in groups; the pieces of one group are one text. */
  static List<List<Piece>> group(List<Piece> pieces) {
    List<List<Piece>> groups = new ArrayList<>();
    boolean wrapped = looksWrapped(pieces);
    List<Piece> open = new ArrayList<>();
    for (Piece piece : pieces) {
      open.add(piece);
      if (!wrapped || ended(piece)) {
        groups.add(List.copyOf(open));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      groups.add(List.copyOf(open));
    }
    return groups;
  }

  /** Wrapped text has several lines of nearly one length that don't end a sentence. */
  private static boolean looksWrapped(List<Piece> pieces) {
    int longest = pieces.stream().mapToInt(piece -> piece.text().length()).max().orElse(0);
    if (longest < SHORTEST_COLUMN) {
      return false;
    }
    long broken =
        pieces.stream()
            .limit(pieces.size() - 1L)
            .filter(piece -> !ended(piece) && piece.text().length() >= longest * 0.6)
            .count();
    return broken >= LEAST_WRAPPED_LINES;
  }

  private static boolean ended(Piece piece) {
    return ENDED.matcher(piece.text()).matches();
  }
}
