package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Footnotes: lines at the end of a page or column in letters smaller than the text's, from one that
 * begins with a mark on.
 */
final class PdfNotes {

  private static final float SMALLER = 0.93f;

  /** Notes begin in the lower part of a page. */
  private static final float FROM = 0.35f;

  private static final Pattern MARK =
      Pattern.compile("(?:\\d{1,3}[.)]?|[*†‡§¶]{1,3}|\\[\\d{1,3}\\]|주\\s?\\d{0,3}[.)])\\s*\\S.*");

  private PdfNotes() {}

  /**
   * The lines that are notes, each with the first line of its note.
   *
   * @param body the size of most letters of the document
   * @param gone lines that aren't text
   */
  static Map<PdfLine, PdfLine> of(PdfPage page, float body, Set<PdfLine> gone) {
    Map<PdfLine, PdfLine> notes = new IdentityHashMap<>();
    List<PdfLine> lines = page.lines().stream().filter(line -> !gone.contains(line)).toList();
    int to = lines.size();
    while (to > 0) {
      int from = to - 1;
      int column = lines.get(from).column();
      while (from > 0 && lines.get(from - 1).column() == column) {
        from--;
      }
      column(lines.subList(from, to), page, body, notes);
      to = from;
    }
    return notes;
  }

  private static void column(
      List<PdfLine> lines, PdfPage page, float body, Map<PdfLine, PdfLine> notes) {
    List<PdfLine> tail = new ArrayList<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      PdfLine line = lines.get(i);
      boolean small = line.size() < SMALLER * body && line.y() > FROM * page.height();
      if (!small || !tail.isEmpty() && line.y() > tail.getFirst().y()) {
        break;
      }
      tail.addFirst(line);
    }
    PdfLine first = null;
    for (PdfLine line : tail) {
      if (line.marked() || MARK.matcher(line.text().strip()).matches()) {
        first = line;
      }
      if (first != null) {
        notes.put(line, first);
      }
    }
  }
}
