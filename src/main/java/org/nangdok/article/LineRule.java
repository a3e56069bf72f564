package org.nangdok.article;

import java.util.regex.Pattern;

/**
 * A form of line, given as a pattern that matches the whole line.
 *
 * @param name the reason for which such a line is left out, or the kind as which it stays
 * @param where where on a page the rule holds
 * @param pattern the form, for a line whose spaces are folded
 * @param example a line of that form
 * @param source file and line of the rule, for messages
 */
record LineRule(String name, Where where, Pattern pattern, String example, String source) {

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

  boolean matches(String folded) {
    return pattern.matcher(folded).matches();
  }
}
