package org.nangdok.script.line;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.WordKind;

/**
 * Labels of printed hearings, which a full stop ends: {@code Senator TULLY.}, {@code The CHAIRMAN.}
 */
final class HearingLabel {

  private static final int LONGEST = 40;

  private HearingLabel() {}

  /** The label that begins at a position, or null. */
  static @Nullable Prefix at(String text, int start, Lexicon lexicon) {
    int end = wordEnd(text, start);
    if (end == start || end >= text.length() || text.charAt(start) > 'Z') {
      return null;
    }
    String first = text.substring(start, end);
    boolean title =
        first.length() > 1 && Character.isLowerCase(first.charAt(1)) && isTitle(first, lexicon);
    if (!title) {
      return null;
    }
    int i = Prefix.skip(text, end);
    int limit = Math.min(text.length(), start + LONGEST);
    int letters = 0;
    while (i < limit && isCapital(text.charAt(i))) {
      letters++;
      i++;
      boolean next =
          i + 1 < limit && text.charAt(i) == ' ' && Character.isUpperCase(text.charAt(i + 1));
      i += next ? 1 : 0;
    }
    boolean stop =
        letters > 2
            && i + 1 < text.length()
            && text.charAt(i) == '.'
            && Character.isWhitespace(text.charAt(i + 1));
    return stop ? new Prefix(text.substring(start, i), false, '.', Prefix.skip(text, i + 1)) : null;
  }

  private static boolean isTitle(String word, Lexicon lexicon) {
    return lexicon.has(WordKind.ARTICLE, word)
        || lexicon.has(WordKind.HONORIFIC, word)
        || lexicon.has(WordKind.ROLE_CHAIR, word)
        || lexicon.has(WordKind.HONORIFIC_MALE, word)
        || lexicon.has(WordKind.HONORIFIC_FEMALE, word);
  }

  private static boolean isCapital(char c) {
    return Character.isUpperCase(c) || c == '\'' || c == '-';
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length()
        && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '.')
        && i - start < 16) {
      i++;
    }
    return i;
  }
}
