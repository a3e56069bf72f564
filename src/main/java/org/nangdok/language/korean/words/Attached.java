package org.nangdok.language.korean.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes one word of a word and what is written on to it behind a quotation mark or a bracket, so
 * that both sound as if the sign weren't there ({@code "것"이라고} is [꺼시라고]; 표준 발음법 13항).
 */
final class Attached {

  private final Set<String> particles;
  private final int longest;

  /**
   * @param particles what belongs to the word before a bracket
   * @param longest syllables of a word at most
   */
  Attached(Set<String> particles, int longest) {
    this.particles = particles;
    this.longest = longest;
  }

  List<Draft> join(List<Draft> words) {
    if (words.stream().noneMatch(Attached::isClosed)) {
      return words;
    }
    var joined = new ArrayList<Draft>();
    for (Draft word : words) {
      if (!joined.isEmpty() && belongs(joined.getLast(), word)) {
        Draft last = joined.removeLast();
        joined.add(
            new Draft(
                last.spoken() + word.spoken(), last.start(), word.end(), Role.PLAIN, word.gap()));
      } else {
        joined.add(word);
      }
    }
    return joined;
  }

  private boolean belongs(Draft before, Draft word) {
    return isClosed(before)
        && before.role() == Role.PLAIN
        && word.role() == Role.PLAIN
        && (before.gap() == Gap.QUOTED || particles.contains(word.spoken()))
        && before.spoken().length() + word.spoken().length() <= longest;
  }

  private static boolean isClosed(Draft word) {
    return word.gap() == Gap.QUOTED || word.gap() == Gap.CLOSED;
  }
}
