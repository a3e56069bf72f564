package org.nangdok.script.convention;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How a sentence or word ends, whatever the document's language; see {@code endings.tsv}. */
public enum Ending {
  SENTENCE_END,
  POLITE_END,
  QUESTION_PARTICLE,
  /** The last syllable of a question without a question mark. */
  QUESTION_ENDING,
  /** What somebody does while speaking. */
  MEANWHILE,
  /** The form of address behind a Korean name. */
  ADDRESS,
  ADDRESSED,
  GIRL,
  BOY,
  /** "I am", behind the name. */
  COPULA,
  /** The end of a Korean subject. */
  SUBJECT;

  private static final char FIRST_SYLLABLE = '\uac00';
  private static final char LAST_SYLLABLE = '\ud7a3';
  private static final char BEFORE_CODAS = '\u11a7';
  private static final int CODAS = 28;

  private static final Map<Ending, String[]> ENDINGS = read();

  /** Whether a text ends so. */
  public boolean of(String text) {
    return start(text, text.length()) >= 0;
  }

  /** Whether the text before a position ends so. */
  public boolean of(String text, int end) {
    return start(text, end) >= 0;
  }

  /** Whether a text is the ending and nothing else. */
  public boolean is(String text) {
    return start(text, text.length()) == 0;
  }

  /** Where the ending begins that stands before a position; -1 if none does. */
  public int start(String text, int end) {
    for (String ending : Objects.requireNonNull(ENDINGS.get(this))) {
      int start = end - ending.length();
      if (start >= 0 && stands(ending, text, start)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean stands(String ending, String text, int start) {
    for (int i = ending.length() - 1; i >= 0; i--) {
      char c = text.charAt(start + i);
      if (c != ending.charAt(i) && coda(c) != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The final consonant of a Korean syllable; of anything else, what no ending has. */
  private static char coda(char c) {
    boolean syllable = c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
    return syllable ? (char) (BEFORE_CODAS + (c - FIRST_SYLLABLE) % CODAS) : 0;
  }

  /**
   * @throws IllegalStateException naming the line that is no ending, or the ending without a line
   */
  private static Map<Ending, String[]> read() {
    Map<Ending, String[]> endings = new EnumMap<>(Ending.class);
    for (DataFile.Row row : DataFile.rows("endings.tsv")) {
      try {
        String name = row.cell(0).toUpperCase(Locale.ROOT).replace('-', '_');
        endings.put(valueOf(name), row.cell(1).split(" "));
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(row.origin() + ": the first cell is no ending.", e);
      }
    }
    for (Ending ending : values()) {
      if (!endings.containsKey(ending)) {
        throw new IllegalStateException("endings.tsv: there is no line for " + ending + ".");
      }
    }
    return endings;
  }
}
