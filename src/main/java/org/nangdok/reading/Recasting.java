package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.script.Piece;
import org.nangdok.script.Script;
import org.nangdok.script.Turn;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Cast;
import org.nangdok.voice.Casting;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.SiteCasting;
import org.nangdok.voice.Voice;

/** The same words of the same people with the voices that casting gives them now. */
final class Recasting {

  private final Casting casting;
  private final Catalogue catalogue;
  private final SentencePlanner planner;

  Recasting(Casting casting, Catalogue catalogue, SentencePlanner planner) {
    this.casting = casting;
    this.catalogue = catalogue;
    this.planner = planner;
  }

  /**
   * A plan of its own; what is read, how fast and with which pauses stays as it is.
   *
   * @param host where the article comes from; null if from nowhere
   * @throws ReadingException with code {@code voice.loading} if a voice isn't running yet
   */
  ReadingPlan again(ReadingPlan plan, @org.jspecify.annotations.Nullable String host) {
    SiteCasting decided = casting.decided(plan.site(), host);
    Cast cast = casting.cast(script(plan), plan.site(), decided, java.util.Map.of());
    List<PlannedTurn> turns = new ArrayList<>();
    var opening = new OpeningPieces();
    int sentences = 0;
    for (PlannedTurn turn : plan.turns()) {
      PlannedTurn spoken = turn(plan, turn, cast.turns().get(turn.index()), opening, sentences);
      sentences += spoken.sentences().size();
      turns.add(spoken);
    }
    String id = ReadingId.of(plan.title(), plan.url(), plan.site(), plan.byline(), turns);
    return plan.spokenBy(id, turns)
        .warned(
            plan.warnings().stream().filter(warning -> !warning.equals(ReadingPlan.BUSY)).toList());
  }

  private static Script script(ReadingPlan plan) {
    List<Turn> turns = new ArrayList<>();
    for (PlannedTurn turn : plan.turns()) {
      List<Piece> pieces =
          turn.sentences().stream().map(one -> new Piece(one.line(), one.text())).toList();
      turns.add(
          new Turn(
              turn.speaker(),
              turn.name(),
              turn.title(),
              turn.style(),
              turn.gender(),
              turn.person(),
              pieces));
    }
    return new Script(plan.language(), turns, List.of(), List.of(), List.of());
  }

  private PlannedTurn turn(
      ReadingPlan plan, PlannedTurn turn, Cast.Part part, OpeningPieces opening, int first) {
    List<PlannedSentence> sentences = new ArrayList<>();
    for (PlannedSentence sentence : turn.sentences()) {
      Utterance whole = utterance(plan, turn, sentence, part);
      boolean opens = OpeningPieces.areNeeded(whole.voice(), catalogue);
      for (Utterance piece : opens ? opening.of(whole) : List.of(whole)) {
        int index = first + sentences.size();
        sentences.add(planner.planned(index, sentence.line(), sentence.heading(), piece));
      }
    }
    return turn.spokenBy(part.voice(), sentences);
  }

  private Utterance utterance(
      ReadingPlan plan, PlannedTurn turn, PlannedSentence sentence, Cast.Part part) {
    Utterance before = sentence.utterance();
    String language = primary(before.voice().language());
    boolean own = language.equals(primary(plan.language()));
    boolean named = own && !before.voice().equals(turn.voice()); // by a document in SSML
    Voice voice =
        named ? before.voice() : own ? part.voice() : planner.speaker(language, part.voice());
    // What a document in SSML asks for stays; what kept two people of one voice apart goes.
    double asked =
        before.delivery().pitch() - turn.sentences().getFirst().utterance().delivery().pitch();
    var delivery =
        new Delivery(
            before.delivery().speed(),
            Math.clamp(part.delivery().pitch() + asked, -6, 6),
            before.delivery().telephone(),
            before.delivery().volume());
    return before.spokenBy(voice, delivery);
  }

  private static String primary(String tag) {
    return tag.split("-", 2)[0].toLowerCase(java.util.Locale.ROOT);
  }
}
