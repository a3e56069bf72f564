package org.nangdok.speech.neural;

/**
 * Another pitch for a network that can't change it: the sound is made slower or faster by a factor
 * and played at another rate, so that its length stays and its pitch and formants move together.
 *
 * @param factor on pitch; also what the length of the made sound is multiplied by
 * @param sampleRate at which the made sound is played
 */
public record Transposition(double factor, int sampleRate) {

  /** Rates are multiples of this, so that resampling needs few filters. */
  private static final int STEP = 300;

  /**
   * @param sampleRate of the network
   * @param semitones added to the pitch
   */
  public static Transposition of(int sampleRate, double semitones) {
    if (semitones == 0) {
      return new Transposition(1, sampleRate);
    }
    double wanted = sampleRate * Math.pow(2, semitones / 12);
    int rate = (int) Math.round(wanted / STEP) * STEP;
    return new Transposition((double) rate / sampleRate, rate);
  }
}
