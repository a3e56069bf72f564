package org.nangdok.script.line;

import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.WordKind;

/** Labels of those who interrupt an examination: {@code MR. HALE:}, {@code THE COURT:}. */
final class CourtLabel {

  private CourtLabel() {}

  /** Whether the text before a colon is one. */
  static boolean isOne(String raw, Lexicon lexicon) {
    String first = raw.substring(0, Math.max(raw.indexOf(' '), 0));
    boolean addressed =
        lexicon.has(WordKind.HONORIFIC, first)
            || lexicon.has(WordKind.HONORIFIC_MALE, first)
            || lexicon.has(WordKind.HONORIFIC_FEMALE, first);
    return NameShape.isCapitals(raw) && (addressed || lexicon.has(WordKind.ARTICLE, first));
  }
}
