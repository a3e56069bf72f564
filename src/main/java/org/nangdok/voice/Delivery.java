package org.nangdok.voice;

/**
 * How a voice speaks one utterance.
 *
 * @param speed factor on the voice's own rate, 0.5 to 2
 * @param pitch semitones added to the voice's own pitch, -6 to 6
 * @param telephone whether the sound is limited to 300-3400 Hz
 */
public record Delivery(double speed, double pitch, boolean telephone) {

  /** The voice as it is. */
  public static final Delivery PLAIN = new Delivery(1, 0, false);

  public Delivery {
    if (!(speed >= 0.5 && speed <= 2)) {
      throw new IllegalArgumentException("speed must be between 0.5 and 2.");
    }
    if (!(pitch >= -6 && pitch <= 6)) {
      throw new IllegalArgumentException("pitch must be between -6 and 6 semitones.");
    }
  }
}
