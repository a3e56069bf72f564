package org.nangdok.article;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form of line, given as a pattern that matches the whole line.
 *
 * @param name the reason for which such a line is left out, or the kind as which it stays
 * @param where where on a page the rule holds
 * @param parts the line holds one of these, in lower case; empty if nothing is asked; spares most
 *     lines the pattern
 * @param pattern the form, for a line whose spaces are folded
 * @param example a line of that form
 * @param source file and line of the rule, for messages
 */
record LineRule(
    String name, Where where, List<String> parts, Pattern pattern, String example, String source) {

  LineRule {
    parts = List.copyOf(parts);
  }

  private static final int ASCII = 128;

  /** Where on a page a rule holds. */
  enum Where {
    /** Wherever the line stands. */
    ANYWHERE,
    /** Before the first and after the last line of running text. */
    EDGE,
    /** Before the first line of running text. */
    HEAD,
    /** As {@link #EDGE}; the short lines that follow are left out with it. */
    SECTION
  }

  /**
   * @param lower the line in lower case
   */
  boolean matches(String folded, String lower) {
    return (parts.isEmpty() || parts.stream().anyMatch(lower::contains))
        && pattern.matcher(folded).matches();
  }

  boolean matches(String folded) {
    return matches(folded, folded.toLowerCase(Locale.ROOT));
  }

  /**
   * The ASCII characters with which a line of this form can begin. A pattern that fails on one
   * character without asking for more fails on everything that begins with it.
   */
  BitSet firstCharacters() {
    BitSet first = new BitSet(ASCII);
    for (char c = ' '; c < ASCII; c++) {
      Matcher matcher = pattern.matcher(String.valueOf(c));
      first.set(c, matcher.matches() || matcher.hitEnd());
    }
    return first;
  }

  /**
   * Whether the rule is tried on a line: one whose example holds letters of an East Asian script is
   * tried only on lines that hold some, which spares other pages most of the rules.
   */
  boolean isFor(boolean eastAsianLine) {
    return eastAsianLine || !LineText.isEastAsian(example);
  }
}
