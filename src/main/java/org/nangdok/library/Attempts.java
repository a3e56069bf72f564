package org.nangdok.library;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nangdok.utterance.ClipKey;

/**
 * How often the making of a clip took the thread or the whole process with it, counted across
 * starts. Implementations are thread-safe and never fail: without a place to count, nothing is
 * known.
 */
public interface Attempts {

  /** An attempt begins; if the process ends before {@link #ended}, that counts as its death. */
  void begun(ClipKey key);

  /** The attempt is over, with a clip or without, and did no harm. */
  void ended(ClipKey key);

  /** The attempt killed the thread that it ran on, or never let go of it. */
  void died(ClipKey key);

  /** How many attempts have died so far. */
  int deaths(ClipKey key);

  /** Counts for this process only. */
  static Attempts inMemory() {
    Map<ClipKey, Integer> deaths = new ConcurrentHashMap<>();
    return new Attempts() {
      @Override
      public void begun(ClipKey key) {}

      @Override
      public void ended(ClipKey key) {}

      @Override
      public void died(ClipKey key) {
        deaths.merge(key, 1, Integer::sum);
      }

      @Override
      public int deaths(ClipKey key) {
        return deaths.getOrDefault(key, 0);
      }
    };
  }
}
