package org.nangdok.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.nangdok.utterance.ClipKey;

/**
 * What a reading knows of each of its sentences without its plan: the clip's key, the pause after
 * it and its state. Not thread-safe: the reading's lock guards it.
 */
final class SentenceTable {

  /** Who has heard so much is far enough behind what is made. */
  private static final int OPENING_MILLIS = 15_000;

  private final SentenceState[] states;
  private final ClipKey[] keys;
  private final int[] pauses;
  private final boolean[] taken;
  private final Attention attention;

  SentenceTable(List<PlannedSentence> sentences, List<SentenceState> states) {
    int count = sentences.size();
    if (states.size() != count) {
      throw new IllegalArgumentException("A reading has one state for each sentence.");
    }
    this.states = states.toArray(SentenceState[]::new);
    this.keys = new ClipKey[count];
    this.pauses = new int[count];
    this.taken = new boolean[count];
    this.attention = new Attention(count);
    plan(sentences);
  }

  /** As many sentences as before, perhaps in other voices. */
  void plan(List<PlannedSentence> sentences) {
    for (int i = 0; i < keys.length; i++) {
      keys[i] = sentences.get(i).key();
      pauses[i] = (int) sentences.get(i).utterance().pauseAfter().toMillis();
    }
  }

  int size() {
    return states.length;
  }

  ClipKey key(int sentence) {
    return keys[sentence];
  }

  /** Whether a sentence is still to be spoken in this way. */
  boolean isPlanned(PlannedSentence sentence) {
    return keys[sentence.index()].equals(sentence.key());
  }

  List<SentenceState> states() {
    return List.copyOf(Arrays.asList(states));
  }

  Timeline timeline(List<SentenceState> now) {
    return Timeline.of(pauses, now);
  }

  /** The keys of those that aren't settled, by index. */
  Map<Integer, ClipKey> unsettled() {
    Map<Integer, ClipKey> left = new TreeMap<>();
    for (int i = 0; i < states.length; i++) {
      if (!states[i].settled()) {
        left.put(i, keys[i]);
      }
    }
    return left;
  }

  /** As many sentences as before; those that are said in another way are to be made again. */
  void adopt(List<PlannedSentence> sentences) {
    for (int i = 0; i < keys.length; i++) {
      if (!keys[i].equals(sentences.get(i).key())) {
        states[i] = SentenceState.WAITING;
      }
    }
    plan(sentences);
  }

  void settle(int sentence, SentenceState state) {
    states[sentence] = state;
  }

  /** Somebody listens at a sentence: from there on is made first. */
  void attend(int sentence) {
    attention.at(sentence, this::isOpen);
  }

  /** The index of the next sentence that nobody has taken yet. */
  OptionalInt take() {
    OptionalInt next = attention.next(this::isOpen);
    next.ifPresent(sentence -> taken[sentence] = true);
    return next;
  }

  private boolean isOpen(int sentence) {
    return !taken[sentence] && !states[sentence].settled();
  }

  /**
   * Whether one of the sentences is being made that somebody waits for who has not heard much yet.
   */
  boolean isOpening() {
    int ready = 0;
    for (int i = attention.newest(); i < states.length && ready < OPENING_MILLIS; i++) {
      if (!states[i].settled()) {
        return taken[i];
      }
      ready += states[i] instanceof SentenceState.Ready made ? made.clip().millis() : 0;
    }
    return false;
  }

  /** How the reading stands, unless it failed for another reason. */
  Reading.State state() {
    boolean any = false;
    boolean all = true;
    boolean heard = false;
    for (SentenceState state : states) {
      any |= state.settled();
      all &= state.settled();
      heard |= state instanceof SentenceState.Ready;
    }
    if (all) {
      return heard ? Reading.State.COMPLETE : Reading.State.FAILED;
    }
    return any ? Reading.State.SPEAKING : Reading.State.PREPARED;
  }
}
