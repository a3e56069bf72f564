package org.nangdok.work;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.nangdok.reading.PlannedTurn;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.script.Speaker;

/**
 * Who has which voice in a work, by language: whoever is known by name, and the narrator. Others
 * are nobody in the next part.
 */
final class WorkCast {

  private final Map<String, Map<String, String>> voices;

  private WorkCast(Map<String, Map<String, String>> voices) {
    this.voices = voices;
  }

  static WorkCast read(String casting) {
    return new WorkCast(WorkForm.casting(casting));
  }

  static String none() {
    return WorkForm.casting(Map.of());
  }

  /**
   * Voice ids by person, for a part in a language.
   *
   * @param language BCP 47 tag
   */
  Map<String, String> in(String language) {
    return voices.getOrDefault(primary(language), Map.of());
  }

  /** The same with those whom a part has cast first. */
  String with(ReadingPlan plan) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    voices.forEach((language, people) -> all.put(language, new TreeMap<>(people)));
    for (PlannedTurn turn : plan.turns()) {
      if (turn.name() != null || turn.speaker() == Speaker.NARRATOR) {
        all.computeIfAbsent(primary(turn.voice().language()), none -> new HashMap<>())
            .putIfAbsent(turn.person(), turn.voice().id());
      }
    }
    return WorkForm.casting(all);
  }

  private static String primary(String language) {
    return language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }
}
