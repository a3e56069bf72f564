package org.nangdok.library;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.nangdok.utterance.ClipKey;

/**
 * The work of all machines that share a library, by sections of readings; what was added is done at
 * least once, whichever machine ends. Thread-safe.
 */
public interface SectionQueue extends AutoCloseable {

  /** Somebody listens and waits for it. */
  int WAITED_FOR = 100;

  /** The rest of what somebody asked for. */
  int ASKED_FOR = 60;

  /** Nobody waits: feeds and batches. */
  int OWED = 20;

  /**
   * Sentences that are made one after another.
   *
   * @param reading its reading's id
   * @param first index of its first sentence
   * @param end one past its last
   */
  record Section(String reading, int first, int end) {}

  /** How a section's turn ended. */
  enum Outcome {
    /** All of it is settled. */
    DONE,
    /** Something of it can't be done here or now; tried again in a moment. */
    LATER,
    /** This machine can't do it and another may: it is free again before this one looks again. */
    PASSED_ON,
    /** It made room for what somebody waits for; its next turn comes soon. */
    YIELDED
  }

  /**
   * What a turn leaves.
   *
   * @param claims claims to be given back, in one with the section's end
   * @param elsewhere when the first claim of another on what is left ends; zero if there is none
   */
  record Turn(Outcome outcome, Set<ClipKey> claims, Duration elsewhere) {

    /** One that claimed nothing. */
    public static Turn of(Outcome outcome) {
      return new Turn(outcome, Set.of(), Duration.ZERO);
    }
  }

  /** Does the work. */
  interface Worker {
    /**
     * @param waitedFor whether somebody waits for this section
     */
    Turn work(Section section, boolean waitedFor) throws InterruptedException;
  }

  /** Begins to take work. */
  void start(Worker worker);

  /** Adds sections; what is there already stays, but may come sooner. */
  void add(Collection<Section> sections, int priority);

  /** Whether a listener waits for work while all of this machine's threads do less urgent work. */
  boolean takeYield();

  /** How many readings have sections that wait or are in work, on all machines. */
  int readings();

  /** For how long the oldest section that is due has been waiting. */
  Duration oldest();

  /** How long this machine's threads have worked without ending one section; zero if none works. */
  Duration busy();

  @Override
  void close();
}
