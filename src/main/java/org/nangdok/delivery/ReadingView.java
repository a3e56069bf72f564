package org.nangdok.delivery;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nangdok.article.Dropped;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.reading.Account;
import org.nangdok.reading.PlannedSentence;
import org.nangdok.reading.PlannedTurn;
import org.nangdok.reading.Reading;
import org.nangdok.reading.ReadingPlan;
import org.nangdok.reading.SentenceState;
import org.nangdok.reading.Timeline;
import org.nangdok.speech.Mark;

/**
 * A reading as {@code GET /api/readings/{id}} answers it. Times are in milliseconds.
 *
 * @param confidence how sure it is who speaks, from 0, where another reading of the document is as
 *     likely, to 1; null if nobody found it out, or before that was kept
 * @param held whether it waits until natural voices can keep up with one more reading
 */
record ReadingView(
    String id,
    String state,
    String title,
    @Nullable String url,
    @Nullable String site,
    @Nullable String byline,
    @Nullable OffsetDateTime published,
    String language,
    long durationMs,
    ProgressView progress,
    boolean held,
    Reading.@Nullable Failure failure,
    Address audio,
    Address page,
    List<TurnView> turns,
    List<Dropped> dropped,
    List<Account.Part> unspoken,
    List<String> credits,
    List<String> warnings,
    @Nullable Double confidence) {

  record ProgressView(int done, int total, int skipped) {}

  record TurnView(
      int index,
      String speaker,
      @Nullable String name,
      @Nullable String title,
      @Nullable String style,
      @Nullable String gender,
      String person,
      VoiceName voice,
      List<SentenceView> sentences) {}

  record VoiceName(String id, String name) {}

  /**
   * One sentence.
   *
   * @param paragraph the input line in which it begins
   * @param startMs where it begins in the whole audio, once all before it are settled
   * @param pauseMs silence after its clip
   */
  record SentenceView(
      int index,
      String text,
      int paragraph,
      String state,
      @Nullable Address clip,
      @Nullable Long startMs,
      @Nullable Integer durationMs,
      @Nullable Integer pauseMs,
      @Nullable List<MarkView> marks,
      @Nullable Boolean exact,
      @Nullable String problem) {}

  /**
   * When a range of the sentence's text is heard, from the clip's start.
   *
   * @param from first UTF-16 unit
   * @param to one past the last
   */
  record MarkView(int start, int end, int from, int to) {

    static MarkView of(Mark mark) {
      return new MarkView(mark.start(), mark.end(), mark.textStart(), mark.textEnd());
    }
  }

  static ReadingView of(Reading reading) {
    ReadingPlan plan = reading.plan();
    Reading.Progress progress = reading.progress();
    String address = "/api/readings/" + plan.id();
    List<TurnView> turns = new ArrayList<>();
    for (PlannedTurn turn : plan.turns()) {
      turns.add(turn(turn, progress));
    }
    return new ReadingView(
        plan.id(),
        progress.state().name().toLowerCase(Locale.ROOT),
        plan.title(),
        plan.url(),
        plan.site(),
        plan.byline(),
        plan.published(),
        plan.language(),
        progress.timeline().millis(),
        new ProgressView(progress.done(), progress.sentences().size(), progress.skipped()),
        reading.isHeld(),
        progress.failure(),
        new Address(address + "/audio.mp3"),
        new Address("/r/" + plan.id()),
        turns,
        plan.dropped(),
        plan.unspoken(),
        plan.credits(),
        plan.warnings(),
        plan.explanation() == null ? null : plan.explanation().confidence());
  }

  private static TurnView turn(PlannedTurn turn, Reading.Progress progress) {
    return new TurnView(
        turn.index(),
        turn.speaker().code(),
        turn.name(),
        turn.title(),
        turn.style() == null ? null : turn.style().code(),
        turn.gender() == null ? null : turn.gender().code(),
        turn.person(),
        new VoiceName(turn.voice().id(), turn.voice().name()),
        turn.sentences().stream().map(sentence -> sentence(sentence, progress)).toList());
  }

  static SentenceView sentence(PlannedSentence sentence, Reading.Progress progress) {
    int index = sentence.index();
    Timeline timeline = progress.timeline();
    Timeline.@Nullable Span span =
        index < timeline.spans().size() ? timeline.spans().get(index) : null;
    Long start = span == null ? null : span.start();
    return switch (progress.sentences().get(index)) {
      case SentenceState.Waiting waiting ->
          view(sentence, "waiting", null, start, null, null, null, null, null);
      case SentenceState.Skipped skipped ->
          view(sentence, "skipped", null, start, 0, 0, null, null, skipped.sentence());
      case SentenceState.Ready ready ->
          view(
              sentence,
              "ready",
              new Address("/clips/" + sentence.key().hex() + ".mp3"),
              start,
              ready.clip().millis(),
              (span == null ? pauseFrames(sentence, ready) : span.pauseFrames()) * Mp3Frames.MILLIS,
              ready.clip().marks().stream().map(MarkView::of).toList(),
              ready.clip().exact(),
              null);
    };
  }

  /** The pause as it will be, whenever what lies before is made. */
  private static int pauseFrames(PlannedSentence sentence, SentenceState.Ready ready) {
    int wanted = (int) sentence.utterance().pauseAfter().toMillis();
    return Clip.pauseFrames(ready.clip().millis(), ready.clip().soundEnd(), wanted);
  }

  private static SentenceView view(
      PlannedSentence sentence,
      String state,
      @Nullable Address clip,
      @Nullable Long start,
      @Nullable Integer duration,
      @Nullable Integer pause,
      @Nullable List<MarkView> marks,
      @Nullable Boolean exact,
      @Nullable String problem) {
    return new SentenceView(
        sentence.index(),
        sentence.text(),
        sentence.line(),
        state,
        clip,
        start,
        duration,
        pause,
        marks,
        exact,
        problem);
  }
}
