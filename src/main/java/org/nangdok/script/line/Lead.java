package org.nangdok.script.line;

import org.nangdok.script.convention.Sentences;

/** Marks of time or order before a label: {@code [00:01:05]}, {@code 00:01:05}, {@code Q3}. */
final class Lead {

  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST_ASKER = 100;

  private Lead() {}

  /** Where a line's label or words begin: after white space and such a mark. */
  static int end(String text) {
    int start = Prefix.skip(text, 0);
    if (start >= text.length()) {
      return start;
    }
    char c = text.charAt(start);
    boolean bracket = c == '[' || c == '(';
    int end = time(text, bracket ? start + 1 : start);
    if (end > 0 && bracket) {
      boolean closed = end < text.length() && text.charAt(end) == (c == '[' ? ']' : ')');
      end = closed ? end + 1 : 0;
    } else if (end - start < 7) {
      end = 0;
    }
    if (end == 0) {
      end = Math.max(counter(text, start), item(text, start));
    }
    int after = Prefix.skip(text, end);
    return end > 0 && after < text.length() ? after : start;
  }

  /** Where the words begin of a line that begins with a time, perhaps without a space. */
  static int timed(String text) {
    int start = Prefix.skip(text, 0);
    int end = start < text.length() ? time(text, start) : 0;
    int after = Prefix.skip(text, end);
    return end > 0 && after < text.length() ? after : end(text);
  }

  /**
   * One past a time of hours, minutes and seconds, or of two of them, at a position.
   *
   * @return 0 if none stands there
   */
  static int time(String text, int position) {
    int i = position;
    int colons = 0;
    int digits = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && digits < 3) {
        digits++;
      } else if ((c == ':' || c == '.' && colons > 0) && digits > 0) {
        colons += c == ':' ? 1 : 0;
        digits = 0;
      } else {
        break;
      }
      i++;
    }
    return colons > 0 && colons < 3 && digits >= 2 ? i : 0;
  }

  /** One past the number of a question before a name in capitals: {@code 1. NELL HARKER to … :}. */
  private static int item(String text, int start) {
    int i = start;
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    int name = i < text.length() && text.charAt(i) == '.' ? Prefix.skip(text, i + 1) : 0;
    boolean capitals =
        i > start
            && name > i + 1
            && name + 1 < text.length()
            && Character.isUpperCase(text.charAt(name))
            && Character.isUpperCase(text.charAt(name + 1));
    int colon = capitals ? text.indexOf(':', name) : -1;
    return colon > name && colon - name < LONGEST_ASKER ? i + 1 : 0;
  }

  /** One past the number of a question before its asker's label: {@code Q12 Chair:}. */
  private static int counter(String text, int start) {
    int i = start + 1;
    if (!Character.isUpperCase(text.charAt(start))) {
      return 0;
    }
    while (i < text.length() && Character.isDigit(text.charAt(i))) {
      i++;
    }
    int name = Prefix.skip(text, i);
    if (i == start + 1 || name == i || name >= text.length()) {
      return 0;
    }
    int limit = Math.min(text.length(), name + LONGEST_LABEL);
    int colon = text.indexOf(':', name);
    boolean label = colon > name && colon < limit && Character.isUpperCase(text.charAt(name));
    return label && !Sentences.ends(text.substring(name, colon)) ? i : 0;
  }
}
