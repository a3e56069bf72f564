package org.nangdok.script.line;

import java.util.List;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.WordKind;

/** Finds datelines, such as {@code (춘천=가나통신) 김가람 기자 =} and {@code LISBON (Reuters) -}. */
final class Dateline {

  private static final int LONGEST = 80;

  private final Lexicon lexicon;
  private final boolean several;

  /**
   * Datelines of an article; where several lines begin so, they label whoever speaks.
   *
   * @param lines the article's lines
   */
  Dateline(Lexicon lexicon, List<SourceLine> lines) {
    this.lexicon = lexicon;
    this.several = lines.stream().filter(line -> begin(line.text().strip()) > 0).count() > 1;
  }

  /** One past the dateline that a text begins with; 0 if there is none. */
  int end(String text) {
    return several ? 0 : begin(text);
  }

  private int begin(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    char first = text.charAt(0);
    if (lexicon.closer(first) != 0) {
      Group group = Group.at(text, 0, LONGEST, lexicon);
      return group == null ? 0 : afterGroup(text, group);
    }
    int reporter = reporterSign(text, 0);
    return reporter > 0 ? reporter : latin(text);
  }

  private int afterGroup(String text, Group group) {
    String content = group.content(text);
    boolean agency = indexOfSign(content) > 0;
    boolean byline = !isLenticular(group.open()) && endsInReporter(content);
    if (!agency && !byline || Prefix.skip(text, group.end()) >= text.length()) {
      return 0;
    }
    int reporter = reporterSign(text, group.end());
    return reporter > 0 ? reporter : agency || byline && content.length() > 6 ? group.end() : 0;
  }

  /** Whether a bracket is the one in which Japanese print labels. */
  private static boolean isLenticular(char open) {
    return open == '【';
  }

  private static int indexOfSign(String content) {
    int equals = content.indexOf('=');
    return equals > 0 ? equals : content.indexOf('〓');
  }

  /** One past {@code 이름 기자 =}, or 0. */
  private int reporterSign(String text, int from) {
    int limit = Math.min(text.length(), from + 40);
    int at = -1;
    for (int i = from; i < limit && at < 0; i++) {
      at = text.charAt(i) == '=' || text.charAt(i) == '＝' ? i : -1;
    }
    if (at < 0) {
      return 0;
    }
    String before = text.substring(from, at).strip();
    return endsInReporter(before) ? Prefix.skip(text, at + 1) : 0;
  }

  private boolean endsInReporter(String text) {
    return lexicon.ends(WordKind.REPORTER, text) || lexicon.ends(WordKind.LIVE_REPORTER, text);
  }

  private static int latin(String text) {
    int limit = Math.min(text.length(), LONGEST);
    int capitals = 0;
    while (capitals < limit && Character.isUpperCase(text.charAt(capitals))) {
      capitals++;
    }
    if (capitals < 3) {
      return 0;
    }
    for (int i = capitals; i < limit; i++) {
      char c = text.charAt(i);
      boolean dash = (c == '—' || c == '–' || c == '-') && text.charAt(i - 1) == ' ';
      if (dash && i + 1 < text.length() && text.charAt(i + 1) == ' ') {
        return i + 2;
      }
      if (!Character.isLetter(c) && " ,.()".indexOf(c) < 0) {
        return 0;
      }
    }
    return 0;
  }
}
