package org.nangdok.article.pasted;

import java.util.ArrayList;
import java.util.List;

/** The lines of a pasted text while a form takes its signs off. */
final class PastedLines {

  private final List<Pasted.Line> lines = new ArrayList<>();
  private final List<Pasted.Left> left = new ArrayList<>();

  /** A line to read, unless it is blank. */
  void keep(int number, String text) {
    if (!text.isBlank()) {
      lines.add(new Pasted.Line(number, text.strip()));
    }
  }

  /** More words for the last line that is read. */
  void append(int number, String text) {
    Pasted.Line last = lines.removeLast();
    lines.add(last.with(number, last.text() + " " + text.strip()));
  }

  /** The rest of a word that the last line ends in the middle of. */
  void join(int number, String text, boolean withoutHyphen) {
    Pasted.Line last = lines.removeLast();
    int end = last.text().length() - (withoutHyphen ? 1 : 0);
    lines.add(last.with(number, last.text().substring(0, end) + text));
  }

  /** A line or piece that isn't read, unless it is blank. */
  void leave(int number, String text, String reason) {
    if (!text.isBlank()) {
      left.add(new Pasted.Left(number, text, reason));
    }
  }

  /** Whether a line is read already. */
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The text of the last line that is read. */
  String last() {
    return lines.getLast().text();
  }

  Pasted as(String form) {
    return new Pasted(form, lines, left);
  }
}
