package org.nangdok.language.korean.words;

import java.util.Set;

/**
 * A noun ending that makes words: it is marked wherever it follows enough syllables.
 *
 * @param entry the suffix with its mark in front
 * @param before how many syllables must stand before it at least
 * @param except endings of words in which the last syllables aren't this suffix
 */
record Suffix(Entry entry, int before, Set<String> except) {

  /** Whether the noun {@code word[0, end)} ends in this suffix. */
  boolean ends(String word, int from, int end) {
    int length = entry.word().length();
    if (end - from < length + before || !word.startsWith(entry.word(), end - length)) {
      return false;
    }
    for (int start = Math.max(from, end - 6); start < end - length; start++) {
      if (except.contains(word.substring(start, end))) {
        return false;
      }
    }
    return true;
  }
}
