package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.TimeLimit;

/**
 * The lines of a page in the order in which they are read: letters on one baseline are a row, rows
 * are cut at wide gaps, and rows that share a gutter are columns, read one after the other. A
 * gutter between short entries is a table's, which is read row by row.
 */
final class PageLines {

  private static final float SAME_ROW = 0.4f;

  /** Words of a justified line seldom stand as far apart as this share of the font's size. */
  private static final float CUT = 0.85f;

  /** Words of one line never stand so far apart. */
  private static final float FAR = 2.6f;

  private static final float GUTTER = 0.7f;

  /** Rows that a column has at least. */
  private static final int LEAST_ROWS = 3;

  /** Lines of columns have more letters on average than entries of tables. */
  private static final int ENTRY = 18;

  private static final int DEEPEST = 6;

  /** A piece of a row between wide gaps. */
  private record Segment(
      List<PdfGlyph> glyphs, float start, float end, float y, float size, int length) {}

  private record Gap(float from, float to) {
    float width() {
      return to - from;
    }
  }

  private final int page;
  private final boolean rightToLeft;
  private final TimeLimit limit;
  private int columns;
  private final List<PdfLine> lines = new ArrayList<>();

  private PageLines(int page, boolean rightToLeft, int firstColumn, TimeLimit limit) {
    this.limit = limit;
    this.page = page;
    this.rightToLeft = rightToLeft;
    this.columns = firstColumn;
  }

  /**
   * @param glyphs of one direction
   * @param firstColumn the number of the first column
   */
  static List<PdfLine> of(List<PdfGlyph> glyphs, int page, int firstColumn, TimeLimit limit) {
    long right =
        glyphs.stream()
            .filter(
                glyph ->
                    Character.getDirectionality(glyph.text().codePointAt(0))
                            == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(glyph.text().codePointAt(0))
                            == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
            .count();
    var lines = new PageLines(page, 2 * right > glyphs.size(), firstColumn, limit);
    lines.read(rows(glyphs, limit), 0);
    return lines.lines;
  }

  /** Rows from top to bottom, each from left to right. */
  private static List<List<Segment>> rows(List<PdfGlyph> glyphs, TimeLimit limit) {
    List<PdfGlyph> sorted =
        glyphs.stream()
            .filter(glyph -> !glyph.isBlank())
            .sorted(Comparator.comparingDouble(PdfGlyph::y).thenComparingDouble(PdfGlyph::x))
            .toList();
    List<List<PdfGlyph>> rows = new ArrayList<>();
    List<Float> bases = new ArrayList<>();
    // Large letters first, so that raised and lowered small ones join the row that they belong to.
    for (PdfGlyph glyph :
        sorted.stream()
            .sorted(
                Comparator.comparingDouble((PdfGlyph g) -> -Math.round(g.size()))
                    .thenComparingDouble(PdfGlyph::y))
            .toList()) {
      limit.check();
      int row = row(rows, bases, glyph);
      if (row < 0) {
        rows.add(new ArrayList<>(List.of(glyph)));
        bases.add(glyph.y());
      } else {
        rows.get(row).add(glyph);
      }
    }
    addBlanks(glyphs, rows, bases);
    List<List<Segment>> cut = new ArrayList<>();
    for (List<PdfGlyph> row : rows) {
      cut.addAll(List.of(segments(row)));
    }
    cut.sort(Comparator.comparingDouble(row -> row.getFirst().y()));
    return cut;
  }

  private static int row(List<List<PdfGlyph>> rows, List<Float> bases, PdfGlyph glyph) {
    int best = -1;
    float nearest = Float.MAX_VALUE;
    boolean bestTouches = false;
    for (int i = rows.size() - 1; i >= 0; i--) {
      float size = rows.get(i).getFirst().size();
      float off = Math.abs(bases.get(i) - glyph.y());
      boolean small = glyph.size() < 0.85f * size;
      if (off >= (small ? 0.6f : SAME_ROW) * size) {
        continue;
      }
      // A raised sign belongs to the letters beside it, not to the next column's nearer line.
      boolean touches = small && touches(rows.get(i), glyph);
      boolean nearer = touches == bestTouches ? off < nearest : touches;
      if (nearer && (touches || off < SAME_ROW * glyph.size())) {
        nearest = off;
        best = i;
        bestTouches = touches;
      }
    }
    return best;
  }

  /** Whether a small letter stands right behind or before a large one of a row. */
  private static boolean touches(List<PdfGlyph> row, PdfGlyph glyph) {
    for (PdfGlyph other : row) {
      float reach = 0.6f * other.size();
      boolean large = glyph.size() < 0.85f * other.size();
      if (large && glyph.x() < other.end() + reach && glyph.end() > other.x() - reach) {
        return true;
      }
    }
    return false;
  }

  private static void addBlanks(
      List<PdfGlyph> glyphs, List<List<PdfGlyph>> rows, List<Float> bases) {
    for (PdfGlyph glyph : glyphs) {
      for (int i = 0; glyph.isBlank() && i < rows.size(); i++) {
        PdfGlyph first = rows.get(i).getFirst();
        if (Math.abs(bases.get(i) - glyph.y()) < 0.1f * first.size()) {
          rows.get(i).add(glyph);
          break;
        }
      }
    }
  }

  private static List<Segment> segments(List<PdfGlyph> row) {
    List<PdfGlyph> sorted = row.stream().sorted(Comparator.comparingDouble(PdfGlyph::x)).toList();
    List<Segment> segments = new ArrayList<>();
    List<PdfGlyph> open = new ArrayList<>();
    float end = 0;
    float size = 0;
    for (PdfGlyph glyph : sorted) {
      if (glyph.isBlank()) {
        open.add(glyph);
        continue;
      }
      boolean words = open.stream().anyMatch(other -> !other.isBlank());
      // A heading may stand beside the text of the next column.
      float nearest = words ? Math.min(glyph.size(), size) : glyph.size();
      size = glyph.size();
      if (words && glyph.x() - end > CUT * nearest) {
        segments.add(segment(open));
        open = new ArrayList<>();
      }
      open.add(glyph);
      end = Math.max(words ? end : glyph.end(), glyph.end());
    }
    if (open.stream().anyMatch(glyph -> !glyph.isBlank())) {
      segments.add(segment(open));
    }
    return segments;
  }

  private static Segment segment(List<PdfGlyph> glyphs) {
    List<PdfGlyph> seen = glyphs.stream().filter(glyph -> !glyph.isBlank()).toList();
    return new Segment(
        glyphs,
        seen.stream().map(PdfGlyph::x).min(Float::compare).orElse(0f),
        seen.stream().map(PdfGlyph::end).max(Float::compare).orElse(0f),
        seen.getFirst().y(),
        LineText.mainSize(seen),
        seen.size());
  }

  private void read(List<List<Segment>> rows, int depth) {
    int column = columns++;
    int from = 0;
    float size = usualSize(rows);
    while (from < rows.size()) {
      limit.check();
      Run run = depth >= DEEPEST ? new Run(from + 1, null) : run(rows, from, size);
      Gap gutter = run.gutter();
      if (gutter == null) {
        plain(rows.subList(from, run.to()), column);
      } else {
        columns(rows.subList(from, run.to()), gutter, depth);
        column = columns++;
      }
      from = run.to();
    }
  }

  /** The size of most letters: what is set larger needs no wider gutter. */
  private static float usualSize(List<List<Segment>> rows) {
    Map<Float, Integer> letters = new HashMap<>();
    rows.forEach(row -> row.forEach(one -> letters.merge(one.size(), one.length(), Integer::sum)));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0f);
  }

  private record Run(int to, @Nullable Gap gutter) {}

  /** As many rows from one on as share a gutter with words on both of its sides. */
  private static Run run(List<List<Segment>> rows, int from, float size) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (List<Segment> row : rows) {
      left = Math.min(left, row.getFirst().start());
      right = Math.max(right, row.getLast().end());
    }
    List<Gap> gaps = List.of(new Gap(left, right));
    Run best = new Run(from + 1, null);
    for (int i = from; i < rows.size() && !gaps.isEmpty(); i++) {
      gaps = without(gaps, rows.get(i), size);
      for (Gap gap : gaps) {
        if (parts(rows.subList(from, i + 1), gap) && !rows.get(i).isEmpty()) {
          best = new Run(i + 1, gap);
        }
      }
    }
    return best;
  }

  private static List<Gap> without(List<Gap> gaps, List<Segment> row, float usual) {
    List<Gap> rest = gaps;
    for (Segment segment : row) {
      List<Gap> next = new ArrayList<>();
      float size = Math.min(usual, segment.size());
      for (Gap gap : rest) {
        add(next, gap.from(), Math.min(gap.to(), segment.start()), size);
        add(next, Math.max(gap.from(), segment.end()), gap.to(), size);
      }
      rest = next.stream().distinct().toList();
    }
    return rest;
  }

  private static void add(List<Gap> gaps, float from, float to, float size) {
    if (to - from >= GUTTER * size) {
      gaps.add(new Gap(from, to));
    }
  }

  private static boolean parts(List<List<Segment>> rows, Gap gap) {
    int left = 0;
    int right = 0;
    for (List<Segment> row : rows) {
      left += row.stream().anyMatch(segment -> segment.end() <= gap.from() + 0.1f) ? 1 : 0;
      right += row.stream().anyMatch(segment -> segment.start() >= gap.to() - 0.1f) ? 1 : 0;
    }
    return left >= LEAST_ROWS && right >= LEAST_ROWS;
  }

  private void columns(List<List<Segment>> rows, Gap gutter, int depth) {
    List<List<Segment>> left = side(rows, segment -> segment.end() <= gutter.from() + 0.1f);
    List<List<Segment>> right = side(rows, segment -> segment.start() >= gutter.to() - 0.1f);
    if (isTable(left) || isTable(right)) {
      table(rows, columns++);
    } else if (rightToLeft) {
      read(right, depth + 1);
      read(left, depth + 1);
    } else {
      read(left, depth + 1);
      read(right, depth + 1);
    }
  }

  private static List<List<Segment>> side(List<List<Segment>> rows, Predicate<Segment> test) {
    return rows.stream()
        .map(row -> row.stream().filter(test).toList())
        .filter(row -> !row.isEmpty())
        .toList();
  }

  private static boolean isTable(List<List<Segment>> rows) {
    return rows.stream().flatMap(List::stream).mapToInt(Segment::length).average().orElse(0)
        < ENTRY;
  }

  /** Rows one after the other; gaps that are wider than between any words are kept. */
  private void plain(List<List<Segment>> rows, int column) {
    for (List<Segment> row : rows) {
      List<List<Segment>> pieces = new ArrayList<>();
      for (Segment segment : row) {
        boolean near =
            !pieces.isEmpty()
                && segment.start() - pieces.getLast().getLast().end() < FAR * segment.size();
        if (near) {
          pieces.getLast().add(segment);
        } else {
          pieces.add(new ArrayList<>(List.of(segment)));
        }
      }
      add(pieces, column);
    }
  }

  private void table(List<List<Segment>> rows, int column) {
    for (List<Segment> row : rows) {
      add(row.stream().map(List::of).toList(), column);
    }
  }

  /** Several pieces of a row are entries of a table. */
  private void add(List<? extends List<Segment>> row, int column) {
    List<PdfLine> pieces =
        row.stream()
            .map(
                segments ->
                    LineText.of(
                        segments.stream().flatMap(segment -> segment.glyphs().stream()).toList(),
                        page,
                        column))
            .toList();
    if (pieces.size() == 1) {
      lines.add(pieces.getFirst());
      return;
    }
    List<PdfLine> ordered = rightToLeft ? pieces.reversed() : pieces;
    String words = String.join(" | ", ordered.stream().map(piece -> piece.text().strip()).toList());
    lines.add(pieces.getFirst().asRow(words, pieces.getLast().end()));
  }
}
