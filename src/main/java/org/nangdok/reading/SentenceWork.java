package org.nangdok.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.nangdok.problem.ProblemException;

/**
 * Where the sentences of readings are made: by threads of this process, or by any of the machines
 * that share a library. Thread-safe.
 */
interface SentenceWork extends AutoCloseable {

  /** What is done with a sentence. */
  interface Work {
    void speak(Reading reading, int sentence) throws InterruptedException;

    /** It threw what nobody expected; the sentence must be settled all the same. */
    default void broke(Reading reading, int sentence, Throwable why) {}

    /** No machine can speak with its voice, or in its version: it is given to another. */
    default void without(Reading reading, int sentence) {}
  }

  /** Begins to make sentences. */
  void start();

  /** Has a reading made, if it isn't already. */
  void add(Reading reading);

  /** Has a reading that is owed go on, whatever other machines decided meanwhile. */
  default void insist(Reading reading) {}

  /** Lets a reading rest on all machines, unless somebody waits for it. */
  default void rest(String reading) {}

  /** How many readings wait for their turn. */
  int waiting();

  /** When the oldest of them was asked for. */
  Optional<Instant> oldest();

  /** How long readings have waited without one sentence being made; zero if none waits. */
  Duration stalled();

  /** How many readings of natural voices are in work that somebody waits for. */
  int natural();

  /** Whether work that failed so is tried again by itself, so that the reading goes on. */
  default boolean survives(ProblemException failure) {
    return false;
  }

  /** Lets the sentences in work be finished. */
  @Override
  void close();
}
