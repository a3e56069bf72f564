package org.nangdok.reading;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.nangdok.publish.Transcript;

/** Makes the transcript of a complete reading, with the times at which it is heard. */
public final class Transcripts {

  private Transcripts() {}

  /**
   * @param service the service's public address; the audio's address begins with it
   * @throws ReadingException with code {@code reading.unfinished} while sentences are still being
   *     made
   */
  public static Transcript of(Reading reading, URI service) {
    Reading.Progress progress = reading.progress();
    if (progress.state() != Reading.State.COMPLETE) {
      throw new ReadingException(
          "reading.unfinished",
          "This reading is still being made; its times are known when it is complete.");
    }
    ReadingPlan plan = reading.plan();
    List<Transcript.Turn> turns = new ArrayList<>();
    for (PlannedTurn turn : plan.turns()) {
      List<Transcript.Sentence> sentences = sentences(turn, progress);
      if (!sentences.isEmpty()) {
        turns.add(
            new Transcript.Turn(
                turn.speaker().code(),
                turn.person(),
                turn.name(),
                turn.title(),
                turn.voice().id(),
                turn.voice().gender() == null ? null : turn.voice().gender().code(),
                sentences));
      }
    }
    return new Transcript(
        plan.id(),
        plan.title(),
        plan.language(),
        plan.url(),
        plan.site(),
        plan.byline(),
        plan.published(),
        service.resolve("/api/readings/" + plan.id() + "/audio.mp3").toString(),
        progress.timeline().millis(),
        turns,
        plan.credits());
  }

  private static List<Transcript.Sentence> sentences(PlannedTurn turn, Reading.Progress progress) {
    List<Transcript.Sentence> sentences = new ArrayList<>();
    for (PlannedSentence sentence : turn.sentences()) {
      if (progress.sentences().get(sentence.index()) instanceof SentenceState.Ready ready) {
        long start = progress.timeline().spans().get(sentence.index()).start();
        sentences.add(
            new Transcript.Sentence(
                sentence.text(),
                sentence.line(),
                sentence.heading(),
                start,
                start + ready.clip().soundEnd()));
      }
    }
    return sentences;
  }
}
