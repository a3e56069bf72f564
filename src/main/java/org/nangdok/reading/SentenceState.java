package org.nangdok.reading;

import org.nangdok.library.ClipInfo;

/** How far the making of one sentence's clip has come. */
public sealed interface SentenceState {

  /** All sentences that wait are alike. */
  SentenceState WAITING = new Waiting();

  /** Not made yet. */
  record Waiting() implements SentenceState {}

  /**
   * The clip is there.
   *
   * @param clip what is known of it
   */
  record Ready(ClipInfo clip) implements SentenceState {}

  /**
   * Left out for good; the rest of the reading goes on.
   *
   * @param code a stable code
   * @param sentence why
   */
  record Skipped(String code, String sentence) implements SentenceState {}

  /** Whether nothing will change any more. */
  default boolean settled() {
    return !(this instanceof Waiting);
  }
}
