package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.nangdok.script.convention.Lexicon;

/**
 * The lines of a transcript whose breaks a page or portal has lost: a line that holds several
 * labels is cut before and after them, so that everything else reads it as it was written.
 *
 * @param lines the lines, numbered anew from 0
 * @param origin for each of them the number of the input line
 */
public record Unfolded(List<SourceLine> lines, List<Integer> origin) {

  private static final int FEWEST_LABELS = 2;
  private static final int SHORTEST = 60;

  public Unfolded {
    lines = List.copyOf(lines);
    origin = List.copyOf(origin);
  }

  /** Lines as they are, but numbered from 0. */
  public static Unfolded asTheyAre(List<SourceLine> lines) {
    List<SourceLine> numbered = new ArrayList<>();
    List<Integer> origin = new ArrayList<>();
    for (SourceLine line : lines) {
      numbered.add(new SourceLine(numbered.size(), line.text(), line.marked()));
      origin.add(line.number());
    }
    return new Unfolded(numbered, origin);
  }

  /** The lines, long ones with several labels cut at them. */
  public static Unfolded of(List<SourceLine> lines, Lexicon lexicon) {
    FoldedLabels labels = new FoldedLabels(lexicon);
    List<SourceLine> numbered = new ArrayList<>();
    List<Integer> origin = new ArrayList<>();
    for (SourceLine line : lines) {
      String text = line.text();
      NavigableSet<Integer> cuts = new TreeSet<>();
      boolean folded =
          text.length() >= SHORTEST && labels.cut(text, cuts) >= FEWEST_LABELS && cuts.size() > 1;
      int from = 0;
      if (folded) {
        cuts.add(text.length());
        for (int cut : cuts) {
          String piece = text.substring(from, cut).strip();
          if (!piece.isEmpty() && !FoldedLabels.BREAK.matcher(piece).matches()) {
            numbered.add(new SourceLine(numbered.size(), piece, line.marked()));
            origin.add(line.number());
          }
          from = cut;
        }
      } else {
        numbered.add(new SourceLine(numbered.size(), text, line.marked()));
        origin.add(line.number());
      }
    }
    return new Unfolded(numbered, origin);
  }

  /** Lines that another room has dropped, numbered as the last line before each. */
  public List<SourceLine> placed(List<SourceLine> unread) {
    List<SourceLine> placed = new ArrayList<>();
    int last = -1;
    for (SourceLine line : unread) {
      while (last + 1 < origin.size() && origin.get(last + 1) < line.number()) {
        last++;
      }
      placed.add(new SourceLine(last, line.text()));
    }
    return placed;
  }

  /** The last of the lines that stands before an input line; -1 if none does. */
  public int before(int number) {
    int last = -1;
    while (last + 1 < origin.size() && origin.get(last + 1) < number) {
      last++;
    }
    return last;
  }
}
