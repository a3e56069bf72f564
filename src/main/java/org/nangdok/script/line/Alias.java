package org.nangdok.script.line;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;

/**
 * A name by which somebody is labelled from then on: {@code 나다솜 변호사(이하 나다솜)}.
 *
 * @param full what stands before the bracket
 * @param label the name inside it
 */
record Alias(String full, String label) {

  private static final String OPENING = "(（";
  private static final String CLOSING = ")）";

  /** The alias that a text introduces; null if it introduces none. */
  static @Nullable Alias in(String text, Lexicon lexicon) {
    for (String word : lexicon.texts(WordKind.ALIAS)) {
      int at = text.indexOf(word);
      int open = at - 1;
      while (open > 0 && Sentences.isSpace(text.charAt(open))) {
        open--;
      }
      if (open > 0 && OPENING.indexOf(text.charAt(open)) >= 0) {
        int start = at + word.length();
        int end = start;
        while (end < text.length() && CLOSING.indexOf(text.charAt(end)) < 0) {
          end++;
        }
        String label = text.substring(start, end).strip();
        return label.isEmpty() ? null : new Alias(text.substring(0, open).strip(), label);
      }
    }
    return null;
  }

  /** Whether a line is nothing but somebody's introduction. */
  static boolean isHeader(String text, Lexicon lexicon) {
    String line = text.strip();
    boolean closed = !line.isEmpty() && CLOSING.indexOf(line.charAt(line.length() - 1)) >= 0;
    return closed && in(line, lexicon) != null;
  }
}
