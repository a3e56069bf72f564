package org.nangdok.script.line;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;

/**
 * Cuts long lines whose breaks are lost where a sign may begin a label, to survey them like lines.
 */
final class Segments {

  private static final int LONG = 150;

  private Segments() {}

  /** The lines, a long one in pieces under its own number. */
  static List<SourceLine> of(List<SourceLine> lines, Lexicon lexicon) {
    List<SourceLine> segments = new ArrayList<>();
    for (SourceLine line : lines) {
      String text = line.text();
      int from = 0;
      for (int i = 1; i < text.length() && text.length() >= LONG; i++) {
        if (lexicon.isGlyph(text.charAt(i)) && Sentences.isBoundary(text, from, i)) {
          segments.add(new SourceLine(line.number(), text.substring(from, i), line.marked()));
          from = i;
        }
      }
      segments.add(from == 0 ? line : new SourceLine(line.number(), text.substring(from)));
    }
    return segments;
  }
}
