package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Footnotes and notes of tables: lines at the end of a page or column, or below a table, in letters
 * smaller than the text's, from one that begins with a mark on.
 */
final class PdfNotes {

  private static final float SMALLER = 0.93f;

  /** Notes begin in the lower part of a page. */
  private static final float FROM = 0.35f;

  private static final Pattern MARK =
      Pattern.compile("(?:\\d{1,3}[.)]?|[*†‡§¶]{1,3}|\\[\\d{1,3}\\]|주\\s?\\d{0,3}[.)])\\s*\\S.*");

  /** A table's notes are marked by letters too, or say what they are. */
  private static final Pattern TABLE_MARK =
      Pattern.compile(
          "(?:[a-z]|\\([a-z]\\)|[a-z][.)])\\s+\\S.*"
              + "|(?:Notes?|Sources?|Anmerkung(?:en)?|Quellen?|주|자료|출처|비고)\\s?[:.)].*");

  /**
   * So far below the line before it, in sizes of its letters, a table's note still belongs to it.
   */
  private static final float NEAR = 3.5f;

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
    belowTables(lines, body, notes);
    return notes;
  }

  private static void belowTables(List<PdfLine> lines, float body, Map<PdfLine, PdfLine> notes) {
    PdfLine first = null;
    PdfLine before = null; // the table's last row, or what stands below it
    for (PdfLine line : lines) {
      if (line.row()) {
        before = line;
        first = null;
        continue;
      }
      boolean below = before != null && isBelow(line, before) && line.size() < SMALLER * body;
      before = below ? line : null;
      first = below ? first : null;
      if (below && (isMarked(line) || TABLE_MARK.matcher(line.text().strip()).matches())) {
        first = line;
      }
      if (first != null) {
        notes.put(line, first);
      }
    }
  }

  private static boolean isBelow(PdfLine line, PdfLine before) {
    float off = line.y() - before.y();
    return off > 0 && off < NEAR * Math.max(line.size(), before.size());
  }

  private static boolean isMarked(PdfLine line) {
    return line.marked() || MARK.matcher(line.text().strip()).matches();
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
      if (isMarked(line)) {
        first = line;
      }
      if (first != null) {
        notes.put(line, first);
      }
    }
  }
}
