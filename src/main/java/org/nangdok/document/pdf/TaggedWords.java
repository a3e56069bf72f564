package org.nangdok.document.pdf;

import java.util.List;
import org.nangdok.document.DocumentAccount;
import org.nangdok.document.DocumentPart;

/** The words of tagged contents, joined as lines of one paragraph. */
record TaggedWords(LineJoin join, DocumentAccount account) {

  void add(StringBuilder words, List<PdfLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      PdfLine line = lines.get(i);
      if (i == 0) {
        // Contents of one line follow each other as they are printed, spaces and all.
        words.append(line.text());
      } else {
        trim(words);
        join.append(words, lines.get(i - 1).spaced(), line.text());
        words.append(line.spaced() ? " " : "");
      }
      line.marks().forEach(mark -> account.leave(DocumentPart.NOTE_REFERENCE, mark));
    }
  }

  private static void trim(StringBuilder words) {
    while (!words.isEmpty() && words.charAt(words.length() - 1) == ' ') {
      words.setLength(words.length() - 1);
    }
  }
}
