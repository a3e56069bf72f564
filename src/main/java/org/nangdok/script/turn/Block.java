package org.nangdok.script.turn;

import org.jspecify.annotations.Nullable;
import org.nangdok.script.line.Part;
import org.nangdok.script.person.Who;

/** What one label governs; the words between may belong to others. */
final class Block {

  final @Nullable Part part;
  final Who who;
  final boolean clip;
  boolean taped;
  int spokenLine = -1;

  /**
   * @param part what the label announces; null before the first label
   * @param clip whether the block is one quotation or stand-up inside another block
   */
  Block(@Nullable Part part, Who who, boolean clip) {
    this.part = part;
    this.who = who;
    this.clip = clip;
  }

  /** Whether a reporter speaks. */
  boolean isReporter() {
    return part == Part.REPORTER
        || part == Part.LIVE_REPORTER
        || part == Part.REPORT
        || part == Part.STAND_UP;
  }
}
