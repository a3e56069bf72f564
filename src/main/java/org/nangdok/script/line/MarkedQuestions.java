package org.nangdok.script.line;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
  private static final int LONGEST_QUESTION = 200;

  /** An answer for each so many questions at most may address somebody. */
  private static final double LEAST_ADVICE = 0.5;

  /** Of so many questions without a mark one at least must address somebody. */
  private static final int LEAST_ADDRESSED = 3;

  private final Map<Integer, Part> parts;

  private MarkedQuestions(Map<Integer, Part> parts) {
    this.parts = parts;
  }

  /** Who speaks where the type of these lines tells it. */
  static MarkedQuestions of(List<SourceLine> lines, Lexicon lexicon) {
    return of(lines, SourceLine::marked, lexicon);
  }

  /**
   * Who speaks where neither type nor label tells it: questions to somebody alone on their lines,
   * and answers of somebody who speaks of themselves below each.
   */
  static MarkedQuestions unmarked(List<SourceLine> lines, Lexicon lexicon) {
    int asked = 0;
    int addressed = 0;
    for (SourceLine line : lines) {
      if (isQuestion(line)) {
        if (Speech.speaksOfSelf(line.text(), lexicon)) {
          return NONE; // a writer's own question
        }
        asked++;
        addressed += Speech.addresses(line.text(), lexicon) ? 1 : 0;
      }
    }
    return addressed * LEAST_ADDRESSED >= asked && asked * LEAST_ADVICE > advice(lines, lexicon)
        ? of(lines, MarkedQuestions::isQuestion, lexicon)
        : NONE;
  }

  /** Who speaks where questions stand in brackets and each answer below is a quotation. */
  static MarkedQuestions wrapped(List<SourceLine> lines, Lexicon lexicon) {
    Map<Integer, Part> parts = new HashMap<>();
    for (int i = 0; i + 1 < lines.size(); i++) {
      Group group = Group.whole(lines.get(i).text(), lexicon);
      if (group != null
          && Sentences.ends(group.content(lines.get(i).text()))
          && QuoteLines.isWhole(lines.get(i + 1).text())) {
        parts.put(lines.get(i).number(), Part.QUESTION);
        parts.put(lines.get(i + 1).number(), Part.ANSWER);
      }
    }
    return parts.size() < 2 * FEWEST ? NONE : new MarkedQuestions(parts);
  }

  /** How many lines that ask nothing address somebody, as those who explain do. */
  private static long advice(List<SourceLine> lines, Lexicon lexicon) {
    return lines.stream()
        .filter(line -> !isQuestion(line) && Speech.addresses(line.text(), lexicon))
        .count();
  }

  /** Whether a line is one question, or several, and nothing else. */
  private static boolean isQuestion(SourceLine line) {
    String text = line.text().strip();
    return text.length() <= LONGEST_QUESTION
        && Sentences.asks(text)
        && text.indexOf(':') < 0
        && text.indexOf('：') < 0
        && text.indexOf(". ") < 0
        && (Character.isLetter(text.charAt(0)) || text.charAt(0) == '¿');
  }

  private static MarkedQuestions of(
      List<SourceLine> lines, Predicate<SourceLine> marked, Lexicon lexicon) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (marked.test(lines.get(i)) && Sentences.asks(lines.get(i).text())) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    int asked = 0;
    int others = 0;
    int answered = 0;
    int personal = 0;
    for (int i = first < 0 ? lines.size() : first; i <= last; i++) {
      if (!marked.test(lines.get(i))) {
        continue;
      }
      boolean asks = Sentences.asks(lines.get(i).text());
      asked += asks ? 1 : 0;
      others += asks ? 0 : 1;
      boolean self = false;
      int end = i + 1;
      for (; end < lines.size() && !marked.test(lines.get(end)); end++) {
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
    return interview ? new MarkedQuestions(parts(lines, marked, first, last)) : NONE;
  }

  private static Map<Integer, Part> parts(
      List<SourceLine> lines, Predicate<SourceLine> marked, int first, int last) {
    Map<Integer, Part> parts = new HashMap<>();
    for (int i = first; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (marked.test(line)) {
        // Notes at the end are in the same type, and so are headings between the questions.
        boolean asks = i <= last && Sentences.ends(line.text());
        parts.put(line.number(), asks ? Part.QUESTION : Part.NARRATOR);
      } else if (marked.test(lines.get(i - 1)) && i - 1 <= last) {
        parts.put(line.number(), Part.ANSWER);
      }
    }
    return parts;
  }

  /** Whether there are any. */
  boolean isUsed() {
    return !parts.isEmpty();
  }

  /** What speaks in a line; null if its type says nothing. */
  @Nullable Part part(int line) {
    return parts.get(line);
  }
}
