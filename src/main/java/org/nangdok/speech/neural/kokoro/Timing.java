package org.nangdok.speech.neural.kokoro;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How many frames each symbol lasts: as the network would have it, but with the silences of the
 * project's own prosody.
 *
 * <p>The network rests a second at a comma and puts a rest into the sound before a space, as its
 * Japanese people do.
 */
final class Timing {

  private static final double MILLIS_A_FRAME = 25;

  /**
   * The fewest frames of the zero before the first symbol. The network is given what it would take
   * itself at its own speed (10 to 21, by person and word): with fewer it swallows the first sounds
   * (six make the first syllable 20 dB too quiet), with more it fills them with a sound that is
   * heard as a word.
   */
  private static final int LEAST_LEAD = 10;

  /** Frames of the zero behind the last symbol. */
  private static final int TAIL = 2;

  private static final int END = 2;

  /** The most of a sound before a space; what is more is a rest. */
  private static final int LONGEST_BEFORE_SPACE = 9;

  private static final int LONGEST_SPACE = 6;

  private Timing() {}

  /**
   * The frames.
   *
   * @param symbols of the text
   * @param predicted of each symbol at that speed, the two zeros included
   * @param speed factor on the network's own rate
   * @param pauses milliseconds of silence after an intonational phrase, by its last word
   */
  static float[] of(
      List<Symbol> symbols, float[] predicted, double speed, IntToDoubleFunction pauses) {
    float[] frames = predicted.clone();
    frames[0] = Math.max(LEAST_LEAD, Math.round(predicted[0] * speed));
    frames[frames.length - 1] = TAIL;
    for (int i = 0; i < symbols.size(); i++) {
      boolean beforeSpace =
          i + 1 < symbols.size() && symbols.get(i + 1).part() == Symbol.Part.SPACE;
      int at = i + 1;
      switch (symbols.get(i).part()) {
        case PAUSE ->
            frames[at] = beforeSpace ? pause(pauses.applyAsDouble(symbols.get(i).word())) : END;
        case SPACE -> {
          boolean afterPause = i > 0 && symbols.get(i - 1).part() == Symbol.Part.PAUSE;
          frames[at] = afterPause ? 1 : Math.min(frames[at], LONGEST_SPACE);
        }
        default -> {
          if (beforeSpace) {
            frames[at] = Math.min(frames[at], LONGEST_BEFORE_SPACE);
          }
        }
      }
    }
    return frames;
  }

  private static float pause(double millis) {
    return Math.max(1, Math.round(millis / MILLIS_A_FRAME) - 1);
  }
}
