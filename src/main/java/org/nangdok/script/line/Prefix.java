package org.nangdok.script.line;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.convention.Lexicon;
import org.nangdok.script.convention.Quotes;
import org.nangdok.script.convention.Sentences;

/**
 * What stands before a colon, {@code >} or {@code )} at the beginning of speech.
 *
 * @param raw the printed text without a glyph before it
 * @param glyph whether a glyph such as {@code ◇} stands before it
 * @param delimiter the sign after it
 * @param speech where the words after it begin
 */
record Prefix(String raw, boolean glyph, char delimiter, int speech) {

  private static final int LONGEST = 120;

  /** The prefix that begins at a position, or null. */
  static @Nullable Prefix at(String text, int position, Lexicon lexicon) {
    int start = skip(text, position);
    start = text.startsWith("- ", start) ? skip(text, start + 1) : start;
    boolean glyph = false;
    while (start < text.length()
        && (lexicon.isGlyph(text.charAt(start)) || (text.charAt(start) == '*' && glyph))) {
      glyph = true;
      start = skip(text, start + 1);
    }
    Prefix hearing = glyph ? null : HearingLabel.at(text, start, lexicon);
    Prefix message = glyph || hearing != null ? hearing : MessageLabel.at(text, start, lexicon);
    if (message != null) {
      return message;
    }
    int limit = Math.min(text.length(), start + LONGEST);
    int depth = 0;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '（') {
        depth++;
      } else if ((c == ')' || c == '）') && depth > 0) {
        depth--;
      } else if (depth == 0 && (c == ':' || c == '：' || c == '>' || c == ')' || c == ';')) {
        return prefix(text, start, i, glyph);
      } else if (depth == 0 && (Quotes.opens(c) || c == '?' || c == '!' || c == '[' || c == '<')) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable Prefix prefix(String text, int start, int at, boolean glyph) {
    char delimiter = text.charAt(at);
    int end = at;
    while (end > start && Sentences.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end == start || (delimiter == ')' && at - start > 8)) {
      return null;
    }
    boolean digits =
        at + 1 < text.length()
            && Character.isDigit(text.charAt(at - 1))
            && Character.isDigit(text.charAt(at + 1));
    if (digits || text.startsWith("://", at)) {
      return null;
    }
    String raw = text.substring(start, end);
    return raw.length() > 1 && endsInside(raw)
        ? null
        : new Prefix(raw, glyph, delimiter, skip(text, at + 1));
  }

  /** Whether a sentence ends inside the text; stops of abbreviations and initials don't count. */
  private static boolean endsInside(String raw) {
    for (int i = 1; i + 1 < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '。' || c == '…') {
        return true;
      }
      if (c == '.' && Sentences.isSpace(raw.charAt(i + 1))) {
        int word = i;
        while (word > 0 && Character.isLetter(raw.charAt(word - 1))) {
          word--;
        }
        if (i - word > 4 || !Character.isUpperCase(raw.charAt(word))) {
          return true;
        }
      }
    }
    return false;
  }

  static int skip(String text, int position) {
    int i = position;
    while (i < text.length() && Sentences.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether the sign after it is a colon. */
  boolean isColon() {
    return delimiter == ':' || delimiter == '：';
  }
}
