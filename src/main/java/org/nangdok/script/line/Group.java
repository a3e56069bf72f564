package org.nangdok.script.line;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;

/**
 * A pair of brackets in a line.
 *
 * @param open the opening bracket
 * @param start where it stands
 * @param innerStart first character of the content
 * @param innerEnd one past the last
 * @param end one past the closing bracket
 */
record Group(char open, int start, int innerStart, int innerEnd, int end) {

  private static final String ESCAPED = "&lt;";

  /** The brackets that a text stands in from its beginning to its end; null if in none. */
  static @Nullable Group whole(String text, Lexicon lexicon) {
    Group group = text.isEmpty() ? null : at(text, 0, text.length(), lexicon);
    return group != null && group.end() == text.length() ? group : null;
  }

  /**
   * The brackets that open at a position.
   *
   * @param limit no closing bracket is looked for beyond
   * @return null if none open there, or none close
   */
  static @Nullable Group at(String text, int start, int limit, Lexicon lexicon) {
    char open = text.charAt(start);
    if (open == '&' && text.startsWith(ESCAPED, start)) {
      int close = text.indexOf("&gt;", start);
      return close < 0 || close > limit
          ? null
          : new Group('<', start, start + ESCAPED.length(), close, close + ESCAPED.length());
    }
    char closer = lexicon.closer(open);
    if (closer == 0) {
      return null;
    }
    int depth = 0;
    int end = Math.min(limit, text.length());
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == open) {
        depth++;
      } else if (c == closer && --depth == 0) {
        return new Group(open, start, start + 1, i, i + 1);
      }
    }
    return null;
  }

  String content(String text) {
    return text.substring(innerStart, innerEnd).strip();
  }

  boolean isRound() {
    return open == '(' || open == '（';
  }
}
