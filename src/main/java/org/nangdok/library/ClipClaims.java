package org.nangdok.library;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.nangdok.utterance.ClipKey;

/**
 * Who makes which clip, among the machines that share a library: a claim is one machine's until it
 * is released or that machine has been silent for a few seconds. Thread-safe.
 */
public interface ClipClaims {

  /**
   * Claims what nobody has made and nobody else is making, in one statement.
   *
   * @return those that whoever called may make now; what this machine had claimed before isn't
   *     among them
   */
  Set<ClipKey> claim(Collection<ClipKey> keys);

  /** Whether a clip may still be made here, judged by this machine's monotonic clock. */
  boolean holds(ClipKey key);

  /**
   * Whether a claim itself has told that its clip isn't kept, so that nobody need ask; not after
   * that clip was put here.
   */
  boolean isUnmade(ClipKey key);

  /**
   * Whether somebody had claimed a clip before: its maker may have died between keeping it and
   * saying so.
   */
  boolean isTakenOver(ClipKey key);

  /** Gives claims back; those whose clip is kept, and others', are left alone. */
  void release(Collection<ClipKey> keys);

  /** One machine alone, which keeps order among its threads in another way. */
  static ClipClaims alone() {
    return new ClipClaims() {
      @Override
      public Set<ClipKey> claim(Collection<ClipKey> keys) {
        return Set.copyOf(keys);
      }

      @Override
      public boolean holds(ClipKey key) {
        return true;
      }

      @Override
      public boolean isUnmade(ClipKey key) {
        return false;
      }

      @Override
      public boolean isTakenOver(ClipKey key) {
        return false;
      }

      @Override
      public void release(Collection<ClipKey> keys) {}
    };
  }

  /** Claims one clip. */
  default boolean claim(ClipKey key) {
    return holds(key) || !claim(List.of(key)).isEmpty();
  }
}
