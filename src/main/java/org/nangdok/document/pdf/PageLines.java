package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.TimeLimit;
import org.nangdok.document.pdf.PageRows.Segment;

/**
 * The lines of a page in the order in which they are read: letters on one baseline are a row, rows
 * are cut at wide gaps, and rows that share a gutter are columns, read one after the other. A
 * gutter between short entries is a table's, which is read row by row.
 */
final class PageLines {

  /** Words of one line never stand so far apart. */
  private static final float FAR = 2.6f;

  private static final float GUTTER = 0.7f;

  /** Rows that a column has at least. */
  private static final int LEAST_ROWS = 3;

  /** Lines of columns have more letters on average than entries of tables. */
  private static final int ENTRY = 18;

  private static final int DEEPEST = 6;

  /** Rows of a table stand no farther apart, in sizes of the font; lines of a cell do. */
  private static final float LEADING = 3;

  private static final float ALIGNED = 0.1f;

  /** Lines of columns that stand beside each other are no farther off, in sizes of the font. */
  private static final float LINE = 1.5f;

  /** Columns that end together end within so many sizes of the font. */
  private static final float ENDING = 4;

  /** What follows them stands so many sizes of the font below. */
  private static final float SECTION = 1.9f;

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
    lines.read(PageRows.of(glyphs, limit), 0);
    return lines.lines;
  }

  private void read(List<List<Segment>> rows, int depth) {
    int column = columns++;
    int from = 0;
    float size = usualSize(rows);
    while (from < rows.size()) {
      limit.check();
      Run run = depth >= DEEPEST ? new Run(from + 1, null) : uptoEnd(rows, from, size);
      Gap gutter = run.gutter();
      if (gutter == null) {
        plain(rows, from, run.to(), column);
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

  /**
   * The same without what stands below columns that end together and is too short to cross their
   * gutter, such as the next section's heading.
   */
  private static Run uptoEnd(List<List<Segment>> rows, int from, float size) {
    Run run = run(rows, from, size);
    Gap gutter = run.gutter();
    if (gutter == null) {
      return run;
    }
    float left = 0;
    float right = 0;
    for (int i = from; i < run.to(); i++) {
      List<Segment> row = rows.get(i);
      float y = row.getFirst().y();
      boolean ends = row.getFirst().start() < gutter.from() && areOver(left, right, y, size);
      if (ends && !hasRight(rows.subList(i, run.to()), gutter)) {
        return new Run(i, gutter);
      }
      left = row.getFirst().end() <= gutter.from() + 0.1f ? y : left;
      right = row.getLast().start() >= gutter.to() - 0.1f ? y : right;
    }
    return run;
  }

  /** Whether both columns ended at about the same height, and well above a line. */
  private static boolean areOver(float left, float right, float y, float size) {
    return left > 0
        && right > 0
        && Math.abs(left - right) < ENDING * size
        && y - Math.max(left, right) > SECTION * size;
  }

  private static boolean hasRight(List<List<Segment>> rows, Gap gutter) {
    return rows.stream().anyMatch(row -> row.getLast().start() >= gutter.to() - 0.1f);
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
    float from = Math.max(top(left), top(right));
    float to = Math.min(bottom(left), bottom(right));
    if (isTable(between(left, from, to)) || isTable(between(right, from, to))) {
      table(rows, columns++);
    } else if (rightToLeft) {
      read(right, depth + 1);
      read(left, depth + 1);
    } else {
      read(left, depth + 1);
      read(right, depth + 1);
    }
  }

  private static float top(List<List<Segment>> rows) {
    return rows.getFirst().getFirst().y();
  }

  private static float bottom(List<List<Segment>> rows) {
    return rows.getLast().getFirst().y();
  }

  /** Rows beside which the other side has some too. */
  private static List<List<Segment>> between(List<List<Segment>> rows, float from, float to) {
    float line = LINE * rows.getFirst().getFirst().size();
    List<List<Segment>> beside =
        rows.stream()
            .filter(row -> row.getFirst().y() > from - line && row.getFirst().y() < to + line)
            .toList();
    return beside.isEmpty() ? rows : beside;
  }

  private static List<List<Segment>> side(List<List<Segment>> rows, Predicate<Segment> test) {
    return rows.stream()
        .map(row -> row.stream().filter(test).toList())
        .filter(row -> !row.isEmpty())
        .toList();
  }

  /**
   * Whether entries of a table stand on a side of a gutter, not lines: they are short. Gaps within
   * a side divide entries where they stand below each other; elsewhere they are those of a
   * justified line.
   */
  private static boolean isTable(List<List<Segment>> rows) {
    int letters = rows.stream().flatMap(List::stream).mapToInt(Segment::length).sum();
    long entries =
        run(rows, 0, usualSize(rows)).to() == rows.size()
            ? rows.stream().mapToLong(List::size).sum()
            : rows.size();
    return letters < ENTRY * entries;
  }

  /**
   * Rows one after the other; gaps that are wider than between any words are kept, and those before
   * short entries that stand below each other.
   */
  private void plain(List<List<Segment>> rows, int from, int to, int column) {
    for (int i = from; i < to; i++) {
      List<List<Segment>> pieces = new ArrayList<>();
      for (Segment segment : rows.get(i)) {
        boolean near =
            !pieces.isEmpty()
                && segment.start() - pieces.getLast().getLast().end() < FAR * segment.size()
                && !isEntry(segment, i, rows);
        if (near) {
          pieces.getLast().add(segment);
        } else {
          pieces.add(new ArrayList<>(List.of(segment)));
        }
      }
      add(pieces, column);
    }
  }

  /** Whether a piece of a row is an entry of a table of which there are two rows at least. */
  private static boolean isEntry(Segment segment, int row, List<List<Segment>> rows) {
    return isShort(rows.get(row))
        && (row > 0 && isBeside(segment, rows.get(row - 1))
            || row + 1 < rows.size() && isBeside(segment, rows.get(row + 1)));
  }

  private static boolean isBeside(Segment segment, List<Segment> other) {
    return isShort(other)
        && Math.abs(other.getFirst().y() - segment.y()) < LEADING * segment.size()
        && other.stream()
            .skip(1)
            .anyMatch(one -> Math.abs(one.start() - segment.start()) < ALIGNED * segment.size());
  }

  private static boolean isShort(List<Segment> row) {
    return row.stream().mapToInt(Segment::length).sum() < ENTRY * row.size();
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
