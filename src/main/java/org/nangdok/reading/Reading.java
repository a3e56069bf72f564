package org.nangdok.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One article's way to sound: prepared, speaking, then complete or failed. Thread-safe; who wants
 * to follow it waits for changes.
 */
public final class Reading {

  /** The states of the machine, in the order in which they come. */
  public enum State {
    /** Everything is decided, no sentence is spoken yet. */
    PREPARED,
    /** Some sentences are settled. */
    SPEAKING,
    /** All sentences are settled and at least one can be heard. */
    COMPLETE,
    /** It can't go on. */
    FAILED
  }

  /**
   * Why a reading failed.
   *
   * @param code a stable code
   * @param sentence what is wrong and what to do
   */
  public record Failure(String code, String sentence) {}

  /**
   * How a reading stands at one moment.
   *
   * @param version grows with every change
   * @param sentences the state of each sentence, by index
   * @param timeline when the settled ones are heard
   */
  public record Progress(
      long version,
      State state,
      List<SentenceState> sentences,
      Timeline timeline,
      @Nullable Failure failure) {

    /** How many sentences are settled. */
    public int done() {
      return (int) sentences.stream().filter(SentenceState::settled).count();
    }

    /** How many sentences were left out. */
    public int skipped() {
      return (int) sentences.stream().filter(SentenceState.Skipped.class::isInstance).count();
    }
  }

  private final Instant created;
  private final Audience audience = new Audience();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SentenceState[] states;
  private volatile ReadingPlan plan;
  private volatile List<PlannedSentence> sentences;
  private int nextToSpeak;
  private long version;
  private @Nullable Failure failure;
  private @Nullable Progress progress;

  Reading(ReadingPlan plan, Instant created, List<SentenceState> states) {
    this.plan = plan;
    this.sentences = plan.sentences();
    this.created = created;
    this.states = states.toArray(SentenceState[]::new);
    if (this.states.length != sentences.size()) {
      throw new IllegalArgumentException("A reading has one state for each sentence.");
    }
  }

  /** What is to be read. Who speaks may change while it is being made. */
  public ReadingPlan plan() {
    return plan;
  }

  /** All sentences in order. */
  public List<PlannedSentence> sentences() {
    return sentences;
  }

  /** When it was asked for first. */
  public Instant created() {
    return created;
  }

  /** How it stands now. */
  public Progress progress() {
    lock.lock();
    try {
      Progress known = progress;
      if (known == null) {
        List<SentenceState> now = List.copyOf(Arrays.asList(states));
        known = new Progress(version, state(), now, Timeline.of(sentences, now), failure);
        progress = known;
      }
      return known;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something has changed since {@code seen}, or the time is over.
   *
   * @return how it stands then
   */
  public Progress awaitChange(long seen, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (version == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return progress();
  }

  /**
   * Counts a listener until the result is closed; readings with listeners are spoken before others.
   */
  public Audience.Stay listen() {
    return audience.enter(true);
  }

  /**
   * Counts somebody who comes again, such as a player that asks for a playlist now and then: while
   * they are here they are listened to, and that they leave means nothing.
   */
  public Audience.Stay visit() {
    return audience.enter(false);
  }

  /** Who waits for it. */
  Audience audience() {
    return audience;
  }

  boolean isSettled() {
    State now = progress().state();
    return now == State.COMPLETE || now == State.FAILED;
  }

  /** The next sentence that nobody has taken yet. */
  Optional<PlannedSentence> take() {
    lock.lock();
    try {
      while (nextToSpeak < states.length && states[nextToSpeak].settled()) {
        nextToSpeak++;
      }
      return nextToSpeak < states.length && failure == null
          ? Optional.of(sentences.get(nextToSpeak++))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The sentence at an index as it is planned now. */
  PlannedSentence sentence(int index) {
    return sentences.get(index);
  }

  /**
   * Settles a sentence, unless it was given to another voice meanwhile.
   *
   * @return whether it was settled
   */
  boolean settle(PlannedSentence sentence, SentenceState state) {
    lock.lock();
    try {
      if (!sentences.get(sentence.index()).key().equals(sentence.key())) {
        return false;
      }
      change(() -> states[sentence.index()] = state);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives the sentences that aren't settled yet to other voices.
   *
   * @param failed the sentence because of which it is done
   * @param change makes a plan of the present one and of what is settled, by index; nothing if
   *     there is no other voice
   * @return whether there was another plan
   */
  boolean replan(
      PlannedSentence failed,
      BiFunction<ReadingPlan, List<Boolean>, Optional<ReadingPlan>> change) {
    lock.lock();
    try {
      if (!sentences.get(failed.index()).key().equals(failed.key())) {
        return true; // another sentence of the same voice has failed before
      }
      List<Boolean> settled = Arrays.stream(states).map(SentenceState::settled).toList();
      Optional<ReadingPlan> other = change.apply(plan, settled);
      other.ifPresent(
          changed ->
              change(
                  () -> {
                    plan = changed;
                    sentences = changed.sentences();
                  }));
      return other.isPresent();
    } finally {
      lock.unlock();
    }
  }

  void fail(Failure why) {
    change(() -> failure = why);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      version++;
      progress = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private State state() {
    if (failure != null) {
      return State.FAILED;
    }
    boolean any = false;
    boolean all = true;
    boolean heard = false;
    for (SentenceState state : states) {
      any |= state.settled();
      all &= state.settled();
      heard |= state instanceof SentenceState.Ready;
    }
    if (all) {
      return heard ? State.COMPLETE : State.FAILED;
    }
    return any ? State.SPEAKING : State.PREPARED;
  }
}
