package org.nangdok.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.nangdok.library.ClipInfo;
import org.nangdok.utterance.ClipKey;

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

  /** The code of a reading that was removed. */
  static final String REMOVED = "reading.removed";

  private final String id;
  private final Instant created;
  private final Audience audience = new Audience();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SentenceTable table;
  private final PlanPlace place;
  private volatile boolean heldBack;
  private long version;
  private @Nullable Failure failure;
  private @Nullable Progress progress;

  Reading(ReadingPlan plan, Instant created, List<SentenceState> states) {
    PlanShelf.Planned first = PlanShelf.Planned.of(plan);
    this.id = plan.id();
    this.created = created;
    this.table = new SentenceTable(first.sentences(), states);
    this.place = new PlanPlace(first);
  }

  /** Its plan is kept now and needn't stay in memory. */
  void shelve(PlanShelf shelf) {
    place.shelve(shelf);
  }

  /** Its name in addresses. */
  public String id() {
    return id;
  }

  /** What is to be read. Who speaks may change while it is being made. */
  public ReadingPlan plan() {
    return place.get().plan();
  }

  /** All sentences in order. */
  public List<PlannedSentence> sentences() {
    return place.get().sentences();
  }

  /** How many sentences there are. */
  public int size() {
    return table.size();
  }

  /** The key of a sentence's clip; the plan needn't be in memory for it. */
  public ClipKey key(int sentence) {
    lock.lock();
    try {
      return table.key(sentence);
    } finally {
      lock.unlock();
    }
  }

  /** When it was asked for first. */
  public Instant created() {
    return created;
  }

  /** Whether it waits until natural voices can keep up with one more reading. */
  public boolean isHeld() {
    return heldBack;
  }

  void hold(boolean now) {
    heldBack = now;
  }

  /** How it stands now. */
  public Progress progress() {
    lock.lock();
    try {
      Progress known = progress;
      if (known == null) {
        List<SentenceState> now = table.states();
        State state = failure == null ? table.state() : State.FAILED;
        known = new Progress(version, state, now, table.timeline(now), failure);
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

  /**
   * Somebody listens at a sentence, or wants to: from there on is made first.
   *
   * @param sentence its index; what lies outside is the nearest that there is
   */
  public void attend(int sentence) {
    lock.lock();
    try {
      table.attend(Math.max(0, Math.min(sentence, table.size() - 1)));
    } finally {
      lock.unlock();
    }
  }

  /** Who waits for it. */
  Audience audience() {
    return audience;
  }

  /** Whether somebody removed it while it was in use. */
  boolean isRemoved() {
    lock.lock();
    try {
      return failure != null && failure.code().equals(REMOVED);
    } finally {
      lock.unlock();
    }
  }

  boolean isSettled() {
    State now = progress().state();
    return now == State.COMPLETE || now == State.FAILED;
  }

  /** The index of the next sentence that nobody has taken yet. */
  OptionalInt take() {
    lock.lock();
    try {
      return failure == null ? table.take() : OptionalInt.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether a listener waits for what is being made now: little is ready before it. */
  boolean isOpening() {
    lock.lock();
    try {
      return table.isOpening();
    } finally {
      lock.unlock();
    }
  }

  /** The sentence at an index as it is planned now. */
  PlannedSentence sentence(int index) {
    return sentences().get(index);
  }

  /** The keys of the sentences that aren't settled, by index; the caller may change the map. */
  Map<Integer, ClipKey> unsettled() {
    lock.lock();
    try {
      return table.unsettled();
    } finally {
      lock.unlock();
    }
  }

  /** Takes what others have made; what is settled already stays as it is. */
  void found(Map<ClipKey, ClipInfo> made) {
    lock.lock();
    try {
      Map<Integer, ClipKey> left = table.unsettled();
      left.values().retainAll(made.keySet());
      if (!left.isEmpty()) {
        change(() -> left.forEach((index, key) -> settle(index, made.get(key))));
      }
    } finally {
      lock.unlock();
    }
  }

  private void settle(int index, @Nullable ClipInfo clip) {
    if (clip != null) {
      table.settle(index, new SentenceState.Ready(clip));
    }
  }

  /** Takes the plan that another machine has kept in place of this one. */
  void adopt(ReadingPlan other) {
    change(
        () -> {
          PlanShelf.Planned another = PlanShelf.Planned.of(other);
          place.change(another);
          table.adopt(another.sentences());
        });
  }

  /** Settles a sentence for good, whoever was to speak it. */
  void settle(int index, SentenceState state) {
    change(() -> table.settle(index, state));
  }

  /**
   * Settles a sentence, unless it was given to another voice meanwhile.
   *
   * @return whether it was settled
   */
  boolean settle(PlannedSentence sentence, SentenceState state) {
    lock.lock();
    try {
      if (!table.isPlanned(sentence)) {
        return false;
      }
      settle(sentence.index(), state);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives the sentences that aren't settled yet to other voices. The new plan is held until {@link
   * #shelve}.
   *
   * @param failed the sentence because of which it is done
   * @param change makes a plan of the present one and of what is settled, by index; nothing if
   *     there is no other voice
   * @return whether there was another plan
   */
  boolean replan(
      PlannedSentence failed,
      BiFunction<ReadingPlan, List<Boolean>, Optional<ReadingPlan>> change) {
    int seen = place.changes();
    ReadingPlan now = plan(); // outside of the lock: it may have to be read
    lock.lock();
    try {
      if (seen != place.changes()) {
        return true; // somebody else's voice has failed meanwhile: tried once more
      }
      if (!table.isPlanned(failed)) {
        return true; // another sentence of the same voice has failed before
      }
      List<Boolean> settled = table.states().stream().map(SentenceState::settled).toList();
      Optional<ReadingPlan> other = change.apply(now, settled);
      other.ifPresent(
          changed ->
              change(
                  () -> {
                    PlanShelf.Planned another = PlanShelf.Planned.of(changed);
                    place.change(another);
                    table.plan(another.sentences());
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
}
