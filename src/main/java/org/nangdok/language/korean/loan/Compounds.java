package org.nangdok.language.korean.loan;

import java.util.ArrayList;
import java.util.Set;

/** Whether a word is two words written as one, which are transcribed each for itself (제3장 제10항). */
final class Compounds {

  /** Parts of fewer letters that make compounds. */
  private static final Set<String> SHORT =
      Set.of(
          "up", "in", "on", "out", "off", "let", "web", "net", "pod", "bit", "log", "pop", "air",
          "sky", "sun", "sea", "car", "bus", "box", "top", "hot", "big", "key", "day", "eye", "ice",
          "man", "new", "pay", "way", "low", "pin", "map", "lab", "job", "art", "red", "end");

  private static final int LONG = 4;

  /**
   * A word of the lexicon is a compound if it sounds like its parts; another one if both are known.
   */
  static boolean is(EnglishPronunciation sounds, String word, String left, String right) {
    if (!isPart(sounds, left) || !isPart(sounds, right)) {
      return false;
    }
    if (!sounds.knows(word)) {
      return true;
    }
    var together = new ArrayList<>(sounds.of(left));
    together.addAll(sounds.of(right));
    return together.equals(sounds.of(word));
  }

  private static boolean isPart(EnglishPronunciation sounds, String part) {
    return SHORT.contains(part) || part.length() >= LONG && sounds.knows(part);
  }
}
