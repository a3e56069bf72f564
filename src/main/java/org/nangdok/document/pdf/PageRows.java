package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nangdok.document.TimeLimit;

/** The rows of a page: letters on one baseline, cut at wide gaps. */
final class PageRows {

  private static final float SAME_ROW = 0.4f;

  /** Words of a justified line seldom stand as far apart as this share of the font's size. */
  private static final float CUT = 0.85f;

  private PageRows() {}

  /** A piece of a row between wide gaps. */
  record Segment(List<PdfGlyph> glyphs, float start, float end, float y, float size, int length) {}

  /** Rows from top to bottom, each from left to right. */
  static List<List<Segment>> of(List<PdfGlyph> glyphs, TimeLimit limit) {
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
}
