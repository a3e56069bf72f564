package org.nangdok.reading;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import org.nangdok.library.ClipStore;

/** A plan spoken at once by the thread that asks, without desk, queue or store of readings. */
public final class DirectReading {

  private DirectReading() {}

  /** Who is told of each sentence as it is settled, in order. */
  public interface Follower {

    /**
     * @param span its place in the sound
     */
    void settled(PlannedSentence sentence, SentenceState state, Timeline.Span span)
        throws IOException;
  }

  /**
   * Speaks all sentences of a plan.
   *
   * @return the reading, complete
   * @throws ReadingException with code {@code reading.failed} if no sentence can be heard
   * @throws IOException what the follower throws
   */
  public static Reading speak(ReadingPlan plan, ClipMaker maker, Follower follower)
      throws IOException, InterruptedException {
    var reading =
        new Reading(
            plan,
            Instant.now(),
            Collections.nCopies(plan.sentences().size(), SentenceState.WAITING));
    for (PlannedSentence sentence : plan.sentences()) {
      SentenceState state = maker.make(sentence);
      reading.settle(sentence.index(), state);
      follower.settled(sentence, state, reading.progress().timeline().spans().getLast());
    }
    if (reading.progress().state() != Reading.State.COMPLETE) {
      throw new ReadingException("reading.failed", "Nothing in this text could be spoken.");
    }
    return reading;
  }

  /** The sound of a complete reading whose clips lie in a store. */
  public static JoinedAudio audio(Reading reading, ClipStore clips) {
    return new JoinedAudio(reading, reading.progress().timeline(), clips, () -> {});
  }
}
