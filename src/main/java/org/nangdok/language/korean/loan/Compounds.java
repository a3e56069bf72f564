package org.nangdok.language.korean.loan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a word is two words written as one, which are transcribed each for itself (제3장 제10항). */
final class Compounds {

  /** Parts of fewer letters that make compounds. */
  private static final Set<String> SHORT =
      Set.of(
          "up", "in", "on", "out", "off", "let", "web", "net", "pod", "bit", "log", "pop", "air",
          "sky", "sun", "sea", "car", "bus", "box", "top", "hot", "big", "key", "day", "eye", "ice",
          "man", "new", "pay", "way", "low", "pin", "map", "lab", "job", "art", "red", "end", "bar",
          "bag", "gas", "bio", "tax", "tea", "toy", "war", "zip", "gun", "fan", "pan", "pen", "hat",
          "cup", "jet", "gym", "lap", "cap", "run", "bed", "oil", "dog", "cat", "rib", "tub",
          "hub");

  private static final int LONG = 4;

  /** A doubled consonant before an ending belongs to one word: cladding isn't clad and ding. */
  private static final Pattern DOUBLED = Pattern.compile(".*([b-df-hj-np-tvwz])\\1(?:ing|er|ed|y)");

  /**
   * A word of the lexicon is a compound if it sounds like its parts; another one if both are known.
   */
  static boolean is(EnglishPronunciation sounds, String word, String left, String right) {
    if (!isPart(sounds, left)
        || !isPart(sounds, right)
        || right.length() <= LONG && DOUBLED.matcher(word).matches()) {
      return false;
    }
    if (!sounds.knows(word)) {
      return true;
    }
    var together = new ArrayList<>(sounds.of(left));
    together.addAll(sounds.of(right));
    boolean weak = left.equals("up") || right.matches("man|less|ness");
    return weak ? sameButReduced(together, sounds.of(word)) : together.equals(sounds.of(word));
  }

  /** These are said with less weight than alone: sales-man, up-right. */
  private static boolean sameButReduced(List<String> parts, List<String> whole) {
    boolean same = parts.size() == whole.size();
    for (int i = 0; same && i < parts.size(); i++) {
      boolean reduced = whole.get(i).equals("@") && LoanwordSpelling.isVowel(parts.get(i));
      same = reduced || parts.get(i).equals(whole.get(i));
    }
    return same;
  }

  private static boolean isPart(EnglishPronunciation sounds, String part) {
    return SHORT.contains(part) || part.length() >= LONG && sounds.knows(part);
  }
}
