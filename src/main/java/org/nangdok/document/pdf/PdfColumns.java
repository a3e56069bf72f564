package org.nangdok.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How wide the columns of a document are and how far apart their lines stand. */
final class PdfColumns {

  private record Column(float start, float end, float leading) {}

  private final Map<Integer, Column> columns = new HashMap<>();
  private final Map<Integer, Float> leadings = new HashMap<>();

  PdfColumns(List<PdfLine> lines) {
    Map<Integer, List<PdfLine>> byColumn = new HashMap<>();
    for (PdfLine line : lines) {
      byColumn.computeIfAbsent(line.column(), column -> new ArrayList<>()).add(line);
    }
    Map<Integer, List<Float>> bySize = new HashMap<>();
    byColumn.forEach(
        (column, own) -> {
          float start = percentile(own.stream().map(PdfLine::start).sorted().toList(), 0.1);
          float end = percentile(own.stream().map(PdfLine::end).sorted().toList(), 0.9);
          List<Float> gaps = new ArrayList<>();
          for (int i = 1; i < own.size(); i++) {
            float gap = own.get(i).y() - own.get(i - 1).y();
            boolean same = Math.round(own.get(i).size()) == Math.round(own.get(i - 1).size());
            if (same && gap > 0 && gap < 4 * own.get(i).size()) {
              gaps.add(gap);
              bySize
                  .computeIfAbsent(Math.round(own.get(i).size()), size -> new ArrayList<>())
                  .add(gap);
            }
          }
          columns.put(
              column, new Column(start, end, percentile(gaps.stream().sorted().toList(), 0.3)));
        });
    bySize.forEach(
        (size, gaps) -> leadings.put(size, percentile(gaps.stream().sorted().toList(), 0.3)));
  }

  private static float percentile(List<Float> sorted, double share) {
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
  }

  /** How far apart lines of this one's size stand in most places. */
  float leading(PdfLine line) {
    float usual = leadings.getOrDefault(Math.round(line.size()), 0f);
    return usual > 0 ? usual : 1.3f * line.size();
  }

  boolean isIndented(PdfLine line) {
    Column column = columns.get(line.column());
    return column != null && line.start() > column.start() + 0.8f * line.size();
  }

  /** Whether it ends well before the column does. */
  boolean isShort(PdfLine line) {
    return share(line) < 0.88f;
  }

  boolean isVeryShort(PdfLine line) {
    return share(line) < 0.55f;
  }

  private float share(PdfLine line) {
    Column column = columns.get(line.column());
    if (column == null || column.end() <= column.start()) {
      return 1;
    }
    return (line.end() - column.start()) / (column.end() - column.start());
  }
}
