package org.nangdok.language.korean.written;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nangdok.language.korean.sound.Hangul;

/** The folded text of a sentence, as written forms look at it. */
final class Writing {

  /** No written form is longer; keeps every pattern linear on hostile text. */
  private static final int WINDOW = 120;

  private final String text;

  Writing(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /** The character at a place, or a space outside the text. */
  char at(int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : ' ';
  }

  boolean isDigit(int index) {
    char c = at(index);
    return c >= '0' && c <= '9';
  }

  boolean isLatin(int index) {
    char c = at(index);
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  boolean isHangul(int index) {
    return Hangul.isSyllable(at(index));
  }

  boolean startsWith(String prefix, int index) {
    return text.startsWith(prefix, index);
  }

  /** Whether the text before a place ends in a word, spaces left aside. */
  boolean isAfter(String word, int index) {
    int end = index;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.startsWith(word, end - word.length());
  }

  /** Matches a pattern at a place. */
  @Nullable Matcher match(Pattern pattern, int index) {
    if (index >= text.length()) {
      return null;
    }
    Matcher matcher =
        pattern
            .matcher(text)
            .region(index, Math.min(text.length(), index + WINDOW))
            .useTransparentBounds(true)
            .useAnchoringBounds(false);
    return matcher.lookingAt() ? matcher : null;
  }

  /** Where the run of Hangul syllables from a place ends. */
  int hangulEnd(int index) {
    int end = index;
    while (end < text.length() && Hangul.isSyllable(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
