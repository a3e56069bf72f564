package org.nangdok.article.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The line that is being read and the finished ones before it. Spaces are folded while the text
 * comes in; what stands in links and in emphasis is weighed.
 */
final class LineBuffer {

  /** A line that was wrapped at a column is at least this long. */
  private static final int WRAPPED = 30;

  /** Lines are joined up to this length; no sentence is longer, and joining costs a copy. */
  private static final int LONGEST_JOINED = 4_000;

  private final List<PageLine> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int weight;
  private int linkWeight;
  private int boldWeight;
  private boolean wrapped;

  /** The finished lines. */
  List<PageLine> lines() {
    return lines;
  }

  /** How many lines are finished. */
  int size() {
    return lines.size();
  }

  /** Takes text into the line. */
  void append(String piece, boolean inLink, boolean inEmphasis) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (isSpace(c)) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
          text.append(' ');
        }
        continue;
      }
      text.append(c);
      int width = width(c);
      weight += width;
      linkWeight += inLink ? width : 0;
      boldWeight += inEmphasis ? width : 0;
    }
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\u3000' || c == '\u2003' || c == '\u2002';
  }

  /** One of Hangul, kana or Han counts as two; punctuation and symbols count as one. */
  private static int width(char c) {
    return c >= 0x1100 && (c < 0x2000 || c >= 0x3000) ? 2 : 1;
  }

  /** Forgets a line that holds nothing but the bars between the cells of a row. */
  void forgetEmptyRow() {
    if (text.chars().allMatch(c -> c == '|' || Character.isWhitespace(c))) {
      text.setLength(0);
    }
  }

  /** Finishes the line at a line break, after which a sentence may go on. */
  void wrap(Element block) {
    finish(block);
    wrapped = !lines.isEmpty();
  }

  /**
   * Finishes the line, if it holds anything.
   *
   * @param block the innermost block element around it
   */
  void finish(Element block) {
    String line = text.toString().strip();
    if (!line.isEmpty() && hasContent(line)) {
      if (wrapped && goesOn(lines.getLast(), line, block)) {
        join(lines.removeLast(), line);
      } else {
        wrapped = false;
        lines.add(
            new PageLine(
                lines.size(),
                line,
                linkWeight,
                boldWeight,
                Math.max(1, weight),
                block,
                block.nameIs("tr")));
      }
    }
    text.setLength(0);
    weight = 0;
    linkWeight = 0;
    boldWeight = 0;
  }

  /** Whether a line is the rest of a sentence that was wrapped by hand at a column. */
  private static boolean goesOn(PageLine before, String line, Element block) {
    char last = before.text().charAt(before.text().length() - 1);
    return before.block() == block
        && before.weight() >= WRAPPED
        && before.text().length() < LONGEST_JOINED
        && Character.isLowerCase(line.charAt(0))
        && (Character.isLetter(last) || last == ',' || last == '-');
  }

  private void join(PageLine before, String line) {
    lines.add(
        new PageLine(
            before.number(),
            before.text() + " " + line,
            before.linkWeight() + linkWeight,
            before.boldWeight() + boldWeight,
            before.weight() + weight,
            before.block(),
            before.row()));
  }

  /** Whether anything of a line can be seen: not only spaces and marks that steer others. */
  private static boolean hasContent(String line) {
    return line.codePoints()
        .anyMatch(
            c ->
                !Character.isWhitespace(c)
                    && Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.CONTROL);
  }
}
