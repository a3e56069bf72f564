package org.nangdok.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.utterance.ClipKey;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;

/** Who takes over when a voice fails in the middle of a reading. */
final class Understudy {

  private final Catalogue catalogue;
  private final Function<String, Optional<String>> engineVersions;

  Understudy(Catalogue catalogue, Function<String, Optional<String>> engineVersions) {
    this.catalogue = catalogue;
    this.engineVersions = engineVersions;
  }

  /**
   * The plan with the failing person's open sentences in another voice, and a warning that says so.
   *
   * @param settled which sentences stay as they are, by index
   */
  Optional<ReadingPlan> replace(ReadingPlan plan, PlannedSentence failed, List<Boolean> settled) {
    Voice failing = failed.utterance().voice();
    String person =
        plan.turns().stream()
            .filter(turn -> turn.sentences().stream().anyMatch(s -> s.index() == failed.index()))
            .map(PlannedTurn::person)
            .findFirst()
            .orElse("");
    return voice(plan, failing)
        .map(
            other -> {
              List<PlannedTurn> turns =
                  plan.turns().stream()
                      .map(
                          turn ->
                              turn.person().equals(person)
                                  ? turn(turn, failing, other, settled)
                                  : turn)
                      .toList();
              return plan.spokenBy(plan.id(), turns)
                  .warning(
                      "The voice %s could not go on at sentence %d; %s speaks for %s from there on."
                              .formatted(failing.name(), failed.index() + 1, other.name(), person)
                          + " Ask with that voice to have everything of theirs in it.");
            });
  }

  /**
   * The plan with the open sentences of a voice planned for that voice and engine as they are here.
   *
   * @param settled which sentences stay as they are, by index
   */
  Optional<ReadingPlan> renew(ReadingPlan plan, PlannedSentence failed, List<Boolean> settled) {
    Voice planned = failed.utterance().voice();
    Voice here = catalogue.find(planned.id()).orElse(planned);
    List<PlannedTurn> turns =
        plan.turns().stream().map(turn -> turn(turn, planned, here, settled)).toList();
    return Optional.of(plan.spokenBy(plan.id(), turns));
  }

  /**
   * Of another engine that runs, no more natural: so that at some time nobody is left. Nobody moves
   * to a voice that speaks by name only, so one of those may move to any.
   */
  private Optional<Voice> voice(ReadingPlan plan, Voice failing) {
    if (catalogue.quality(failing) == 0) {
      return Optional.empty(); // it comes with the program: nobody is simpler
    }
    Set<String> taken = new HashSet<>();
    plan.turns().forEach(turn -> taken.add(turn.voice().id()));
    int quality = catalogue.quality(failing);
    return catalogue.speaking(failing.language()).stream()
        .filter(voice -> !voice.engine().equals(failing.engine()))
        .filter(voice -> engineVersions.apply(voice.engine()).isPresent())
        .filter(
            voice -> quality == InstalledVoice.BY_NAME_ONLY || catalogue.quality(voice) < quality)
        .min(
            Comparator.<Voice, Boolean>comparing(voice -> voice.gender() != failing.gender())
                .thenComparing(voice -> taken.contains(voice.id()))
                .thenComparing(voice -> -catalogue.quality(voice))
                .thenComparing(Voice::id));
  }

  private PlannedTurn turn(PlannedTurn turn, Voice failing, Voice other, List<Boolean> settled) {
    boolean open = turn.sentences().stream().anyMatch(sentence -> !settled.get(sentence.index()));
    List<PlannedSentence> sentences =
        turn.sentences().stream()
            .map(
                sentence ->
                    settled.get(sentence.index()) || !sentence.utterance().voice().equals(failing)
                        ? sentence
                        : spokenBy(sentence, other))
            .toList();
    return turn.spokenBy(open && turn.voice().equals(failing) ? other : turn.voice(), sentences);
  }

  private PlannedSentence spokenBy(PlannedSentence sentence, Voice voice) {
    Utterance before = sentence.utterance();
    Utterance utterance = before.spokenBy(voice, before.delivery());
    String engine = engineVersions.apply(voice.engine()).orElseThrow();
    return sentence.spokenAs(utterance, ClipKey.of(utterance, engine, ClipEncoder.FORMAT));
  }
}
