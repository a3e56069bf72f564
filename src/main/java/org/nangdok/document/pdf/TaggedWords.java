package org.nangdok.document.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** The words of tagged contents, joined as lines of one paragraph. */
record TaggedWords(LineJoin join, DocumentAccount account) {

  /** Contents of one line stand nearer than so many times their size. */
  private static final float NEAR = 4f;

  /**
   * Adds a content to the words of those before it.
   *
   * @param last the last line of these, if there is one
   * @return the last line now
   */
  @Nullable PdfLine add(StringBuilder words, List<PdfLine> lines, @Nullable PdfLine last) {
    PdfLine before = words.isEmpty() ? null : last;
    for (PdfLine line : lines) {
      if (before != null && isMark(words, before, line)) {
        account.leave(DocumentPart.NOTE_REFERENCE, line.text());
        continue;
      }
      if (before == null || isSameLine(before, line)) {
        // Contents of one line follow each other as they are printed, spaces and all.
        words.append(line.text());
      } else {
        trim(words);
        join.append(words, before.spaced(), line.text());
        words.append(line.spaced() ? " " : "");
      }
      line.marks().forEach(mark -> account.leave(DocumentPart.NOTE_REFERENCE, mark));
      before = line;
    }
    return before;
  }

  /** A raised sign that is a content of its own. */
  private static boolean isMark(StringBuilder words, PdfLine before, PdfLine line) {
    return isSameLine(before, line)
        && line.size() < LineText.SMALL * before.size()
        && before.y() - line.y() > LineText.RAISED * before.size()
        && line.text().strip().matches("[\\d*†‡§¶,]{1,5}")
        && LineText.isAfterWord(words);
  }

  private static boolean isSameLine(PdfLine before, PdfLine line) {
    float size = Math.max(before.size(), line.size());
    return before.page() == line.page()
        && Math.abs(before.y() - line.y()) < 0.6f * size
        && (Math.abs(line.start() - before.end()) < NEAR * size
            || Math.abs(before.start() - line.end()) < NEAR * size); // to the left
  }

  private static void trim(StringBuilder words) {
    while (!words.isEmpty() && words.charAt(words.length() - 1) == ' ') {
      words.setLength(words.length() - 1);
    }
  }
}
