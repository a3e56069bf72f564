package org.nangdok.voice;

import java.time.Duration;
import java.util.List;

/**
 * Who speaks a script, turn by turn.
 *
 * @param turns one part for each turn of the script, in order
 * @param pauses silences inside turns and between them
 */
public record Cast(List<Part> turns, Pauses pauses) {

  public Cast {
    turns = List.copyOf(turns);
  }

  /**
   * How one turn is spoken.
   *
   * @param voice who speaks it
   * @param delivery how
   * @param pauseAfter silence before the next turn
   */
  public record Part(Voice voice, Delivery delivery, Duration pauseAfter) {}

  /**
   * Silences by structure.
   *
   * @param sentence between the sentences of one line
   * @param paragraph between the lines of one turn
   * @param speaker where somebody else begins
   * @param interview after an interview, before its block goes on
   * @param headline after the headline
   */
  public record Pauses(
      Duration sentence,
      Duration paragraph,
      Duration speaker,
      Duration interview,
      Duration headline) {}
}
