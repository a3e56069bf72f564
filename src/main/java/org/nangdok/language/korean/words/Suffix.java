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

  /**
   * Whether the noun {@code word[0, end)} ends in this suffix. An exception that the tagger divides
   * before the suffix, but doesn't begin (장성 in 보장+성), is none.
   */
  boolean ends(String word, Pieces pieces, int end) {
    int length = entry.word().length();
    if (end < length + before || !word.startsWith(entry.word(), end - length)) {
      return false;
    }
    boolean divided = pieces.isStart(end - length);
    for (int start = Math.max(0, end - 6); start < end - length; start++) {
      if (except.contains(word.substring(start, end)) && !(divided && !pieces.isStart(start))) {
        return false;
      }
    }
    return true;
  }
}
