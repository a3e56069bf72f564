package org.nangdok.script.line;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Sentences;
import org.nangdok.script.convention.WordKind;

/**
 * Finds letters and words that mark questions and answers: {@code Q.}, {@code A 그렇다}, {@code P.}.
 */
final class QuestionMarks {

  /** A mark and where the words after it begin. */
  record Mark(Part part, int speech) {}

  private final Lexicon lexicon;

  QuestionMarks(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Where the words after a bare {@code Q} of a Latin text begin; 0 if none stands there. */
  int bareQuestion(String text, int position) {
    return bare(text, position, WordKind.QUESTION);
  }

  /** Where the words after a bare {@code A} begin, as {@link #bareQuestion} tells of {@code Q}. */
  int bareAnswer(String text, int position) {
    return bare(text, position, WordKind.ANSWER);
  }

  private int bare(String text, int position, WordKind kind) {
    int start = Prefix.skip(text, position);
    int speech = start + 1 < text.length() ? Prefix.skip(text, start + 1) : start;
    return speech > start + 1
            && speech < text.length()
            && Character.isUpperCase(text.charAt(start))
            && Character.isUpperCase(text.charAt(speech))
            && lexicon.has(kind, text.substring(start, start + 1))
        ? speech
        : 0;
  }

  /** The letter mark at a position, or null. */
  @Nullable Mark letter(String text, int position) {
    int start = Prefix.skip(text, position);
    int end = start;
    while (end < text.length() && end - start < 12 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    int word = end;
    while (end < text.length() && end - word < 3 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    if (word == start || word >= text.length()) {
      return null;
    }
    String printed = text.substring(start, word);
    Set<WordKind> kinds = lexicon.kinds(printed);
    boolean question = kinds.contains(WordKind.QUESTION);
    if (!question && !kinds.contains(WordKind.ANSWER)
        || !Character.isUpperCase(text.charAt(start))) {
      return null;
    }
    char next = end < text.length() ? text.charAt(end) : 0;
    boolean stop = next == '.' || next == ')' || next == ',' || next == '．';
    boolean bare =
        printed.length() == 1
            && Sentences.isSpace(next)
            && end + 1 < text.length()
            && text.charAt(Prefix.skip(text, end) < text.length() ? Prefix.skip(text, end) : end)
                > '\u1100';
    if (!stop && !bare) {
      return null;
    }
    int speech = Prefix.skip(text, stop ? end + 1 : end);
    return speech >= text.length() && !stop
        ? null
        : new Mark(question ? Part.QUESTION : Part.ANSWER, speech);
  }
}
