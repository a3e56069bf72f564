package org.nangdok.speech.espeak;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is said without a pause into what the library can take at once. */
final class Clauses {

  private Clauses() {}

  /**
   * Accentual phrases too long for a token are cut, and then taken together as long as the clause
   * isn't too long.
   */
  static List<List<List<Target>>> split(List<List<Target>> phrases) {
    var clauses = new ArrayList<List<List<Target>>>();
    var clause = new ArrayList<List<Target>>();
    int syllables = 0;
    for (List<Target> phrase : phrases) {
      for (int from = 0; from < phrase.size(); from += Espeak.MOST_SYLLABLES_A_TOKEN) {
        int to = Math.min(phrase.size(), from + Espeak.MOST_SYLLABLES_A_TOKEN);
        if (syllables + to - from > Espeak.MOST_SYLLABLES_A_CLAUSE) {
          clauses.add(List.copyOf(clause));
          clause.clear();
          syllables = 0;
        }
        clause.add(phrase.subList(from, to));
        syllables += to - from;
      }
    }
    if (!clause.isEmpty()) {
      clauses.add(List.copyOf(clause));
    }
    return clauses;
  }
}
