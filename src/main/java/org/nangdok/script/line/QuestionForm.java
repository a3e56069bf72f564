package org.nangdok.script.line;

import java.util.List;
import org.nangdok.script.convention.Ending;
import org.nangdok.script.convention.Phrase;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;

/**
 * The signs by which an article marks questions and answers.
 *
 * @param dashes the dashes that begin a question, as characters of a string
 * @param answers the signs that begin an answer
 * @param letters whether {@code Q} and {@code A} or other letters do
 * @param bareAnswers whether a bare {@code A} begins answers
 * @param alternates whether one dash begins questions and answers, which their words tell apart
 * @param numbers whether a number begins a question, as in {@code 1. … =…}
 */
record QuestionForm(
    String dashes,
    String answers,
    boolean letters,
    boolean numbers,
    boolean bareAnswers,
    boolean alternates) {

  private static final String DASHES = "-–—―─━ー";
  private static final String ANSWERS = "▲△=▶";
  private static final String SIGNS = "▷▶◇◆△▲□■○●◎★☆";
  private static final int LABEL = 40;
  private static final int FEWEST_TURNS = 6;

  /** The form of an article with these lines. */
  static QuestionForm of(List<SourceLine> lines, QuestionMarks marks) {
    StringBuilder dashes = new StringBuilder();
    String answers = answers(lines);
    String both = alternating(lines);
    if (!both.isEmpty()) {
      return new QuestionForm(both, "", false, false, false, true);
    }
    for (int i = 0; i < DASHES.length(); i++) {
      if (marksQuestions(DASHES.charAt(i), lines, !answers.isEmpty())) {
        dashes.append(DASHES.charAt(i));
      }
    }
    boolean letters = false;
    int bare = 0;
    int answered = 0;
    for (SourceLine line : lines) {
      QuestionMarks.Mark mark = marks.letter(line.text(), 0);
      letters |= mark != null && mark.part() == Part.QUESTION;
      bare += marks.bareQuestion(line.text(), 0) > 0 ? 1 : 0;
      answered += marks.bareAnswer(line.text(), 0) > 0 ? 1 : 0;
    }
    letters |= bare > 1;
    boolean bareAnswers = bare > 1 && answered * 2 >= bare;
    boolean numbers = dashes.isEmpty() && numbered(lines);
    String pair = dashes.isEmpty() && !numbers ? pair(lines) : "";
    if (!pair.isEmpty()) {
      return new QuestionForm(
          pair.substring(0, 1), pair.substring(1), letters, false, bareAnswers, false);
    }
    String sole = dashes.isEmpty() && !numbers ? sole(lines) : "";
    if (!sole.isEmpty()) {
      return new QuestionForm(sole, "", letters, false, bareAnswers, false);
    }
    String used = numbers ? "=" : dashes.isEmpty() ? "" : answers;
    used = letters && used.isEmpty() ? below(lines, marks) : used;
    return new QuestionForm(dashes.toString(), used, letters, numbers, bareAnswers, false);
  }

  /**
   * The dash that begins questions and answers alike, as a string of it: every second line asks and
   * no other does; else empty.
   */
  private static String alternating(List<SourceLine> lines) {
    char dash = 0;
    int turns = 0;
    for (SourceLine line : lines) {
      String text = line.text().strip();
      boolean begins = !text.isEmpty() && DASHES.indexOf(text.charAt(0)) >= 0;
      if (!begins && turns == 0) {
        continue;
      }
      boolean next = begins && (dash == 0 || dash == text.charAt(0));
      if (!next || Sentences.asks(text) != (turns % 2 == 0) || text.indexOf(dash, 1) > 0) {
        return "";
      }
      dash = text.charAt(0);
      turns++;
    }
    return turns >= FEWEST_TURNS ? String.valueOf(dash) : "";
  }

  /** The two signs that begin questions and answers in turn, as a string of both; else empty. */
  private static String pair(List<SourceLine> lines) {
    StringBuilder signs = new StringBuilder();
    for (SourceLine line : lines) {
      char sign = sign(line.text());
      if (sign != 0 && signs.indexOf(String.valueOf(sign)) < 0) {
        signs.append(sign);
      }
    }
    if (signs.length() != 2) {
      return "";
    }
    char question = signs.charAt(0);
    int asked = 0;
    int marked = 0;
    int answered = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text().strip();
      if (sign(text) == question) {
        marked++;
        asked += asks(text) ? 1 : 0;
        boolean next = i + 1 < lines.size();
        answered += next && sign(lines.get(i + 1).text()) == signs.charAt(1) ? 1 : 0;
      }
    }
    return marked > 1 && asked * 2 >= marked && answered * 2 > marked ? signs.toString() : "";
  }

  /** The only sign, as a string of it, that questions begin with and answers don't; else empty. */
  private static String sole(List<SourceLine> lines) {
    char sole = 0;
    int marked = 0;
    int asked = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text().strip();
      char sign = sign(text);
      if (sign == 0) {
        continue;
      }
      boolean answered = i + 1 < lines.size() && sign(lines.get(i + 1).text().strip()) == 0;
      if ((sole != 0 && sole != sign) || !answered) {
        return "";
      }
      sole = sign;
      marked++;
      asked += asks(text) ? 1 : 0;
    }
    boolean requests = marked > 2 && asked * 2 > marked;
    return marked > 1 && asked == marked || requests ? String.valueOf(sole) : "";
  }

  /** The sign that a line without a label begins with; 0 if none. */
  private static char sign(String text) {
    char first = text.isEmpty() ? 0 : text.charAt(0);
    if (SIGNS.indexOf(first) < 0) {
      return 0;
    }
    String start = text.substring(0, Math.min(text.length(), LABEL));
    return start.indexOf(':') >= 0 || start.indexOf('>') >= 0 || start.indexOf('：') >= 0
        ? 0
        : first;
  }

  /** The sign that begins every line below a question in letters; empty if none does. */
  private static String below(List<SourceLine> lines, QuestionMarks marks) {
    char sign = 0;
    int answers = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      QuestionMarks.Mark mark = marks.letter(lines.get(i).text(), 0);
      String next = lines.get(i + 1).text().strip();
      if (mark != null && mark.part() == Part.QUESTION && !next.isEmpty()) {
        char first = next.charAt(0);
        boolean letter = Character.isLetterOrDigit(first) || Quotes.opens(first);
        if (letter || "([<'".indexOf(first) >= 0 || sign != 0 && sign != first) {
          return "";
        }
        sign = first;
        answers++;
      }
    }
    return answers > 1 ? String.valueOf(sign) : "";
  }

  private static String answers(List<SourceLine> lines) {
    StringBuilder found = new StringBuilder();
    for (int k = 0; k < ANSWERS.length(); k++) {
      char sign = ANSWERS.charAt(k);
      for (SourceLine line : lines) {
        String text = line.text();
        int at = sign == '▶' ? -1 : text.indexOf(sign);
        if (at == 0 || (at > 0 && Sentences.isBoundary(text, 0, at) && isDash(text.charAt(0)))) {
          found.append(sign);
          break;
        }
      }
    }
    return found.toString();
  }

  private static boolean numbered(List<SourceLine> lines) {
    int numbered = 0;
    for (SourceLine line : lines) {
      String text = line.text();
      int number = number(text);
      int at = number == 0 ? -1 : text.indexOf('=');
      numbered += at > number && Sentences.isBoundary(text, number, at) ? 1 : 0;
    }
    return numbered > 0;
  }

  /** One past the number and full stop that a text begins with; 0 if it doesn't. */
  static int number(String text) {
    int i = 0;
    while (i < text.length() && i < 3 && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i > 0 && i < text.length() && text.charAt(i) == '.' ? i + 1 : 0;
  }

  private static boolean isDash(char c) {
    return DASHES.indexOf(c) >= 0;
  }

  private static boolean marksQuestions(char dash, List<SourceLine> lines, boolean answers) {
    int marked = 0;
    int asking = 0;
    int answered = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text().strip();
      if (text.isEmpty() || text.charAt(0) != dash) {
        continue;
      }
      int start = 0;
      while (start < text.length() && isDash(text.charAt(start))) {
        start++;
      }
      String words = text.substring(start).strip();
      if (words.isEmpty() || Quotes.opens(words.charAt(0))) {
        continue;
      }
      marked++;
      asking += asks(words) ? 1 : 0;
      String next = i + 1 < lines.size() ? lines.get(i + 1).text().strip() : "";
      answered += !next.isEmpty() && next.charAt(0) != dash ? 1 : 0;
    }
    if (marked == 0) {
      return false;
    }
    return answers || (asking * 2 >= marked && answered * 2 >= marked);
  }

  private static boolean asks(String words) {
    int end = words.length();
    while (end > 0 && !Character.isLetter(words.charAt(end - 1))) {
      end--;
    }
    return Sentences.asks(words)
        || Ending.QUESTION_ENDING.of(words, end)
        || Phrase.UNFINISHED.in(words);
  }

  boolean isQuestion(char c) {
    return dashes.indexOf(c) >= 0;
  }

  boolean isAnswer(char c) {
    return answers.indexOf(c) >= 0;
  }
}
