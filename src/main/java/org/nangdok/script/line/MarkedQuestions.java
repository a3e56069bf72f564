package org.nangdok.script.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.Speech;

/**
 * The questions of an interview that only the page's type tells from the answers: bold, italic or
 * set as headings, the answers below them in plain type.
 *
 * <p>Explanations print their questions in the same way, so the answers must speak of themselves in
 * the first person.
 */
final class MarkedQuestions {

  /** Of an article without any. */
  static final MarkedQuestions NONE = new MarkedQuestions(Map.of());

  private static final int FEWEST = 3;

  private final Map<Integer, Part> parts;

  private MarkedQuestions(Map<Integer, Part> parts) {
    this.parts = parts;
  }

  /** Who speaks where the type of these lines tells it. */
  static MarkedQuestions of(List<SourceLine> lines, Lexicon lexicon) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).marked() && Sentences.asks(lines.get(i).text())) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    int asked = 0;
    int others = 0;
    int answered = 0;
    int personal = 0;
    for (int i = first < 0 ? lines.size() : first; i <= last; i++) {
      if (!lines.get(i).marked()) {
        continue;
      }
      boolean asks = Sentences.asks(lines.get(i).text());
      asked += asks ? 1 : 0;
      others += asks ? 0 : 1;
      boolean self = false;
      int end = i + 1;
      for (; end < lines.size() && !lines.get(end).marked(); end++) {
        self |= Speech.speaksOfSelf(lines.get(end).text(), lexicon);
      }
      answered += end > i + 1 ? 1 : 0;
      personal += self ? 1 : 0;
    }
    boolean interview =
        asked >= FEWEST
            && asked >= 2 * others
            && 5 * answered >= 4 * asked
            && 2 * personal >= answered;
    return interview ? new MarkedQuestions(parts(lines, first, last)) : NONE;
  }

  private static Map<Integer, Part> parts(List<SourceLine> lines, int first, int last) {
    Map<Integer, Part> parts = new HashMap<>();
    for (int i = first; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.marked()) {
        // Notes at the end are in the same type, and so are headings between the questions.
        boolean asks = i <= last && Sentences.ends(line.text());
        parts.put(line.number(), asks ? Part.QUESTION : Part.NARRATOR);
      } else if (lines.get(i - 1).marked() && i - 1 <= last) {
        parts.put(line.number(), Part.ANSWER);
      }
    }
    return parts;
  }

  /** What speaks in a line; null if its type says nothing. */
  @Nullable Part part(int line) {
    return parts.get(line);
  }
}
