package org.nangdok.voice;

/**
 * How a voice speaks one utterance.
 *
 * @param speed factor on the voice's own rate, 0.5 to 2
 * @param pitch semitones added to the voice's own pitch, -6 to 6
 * @param telephone whether the sound is limited to 300-3400 Hz
 * @param volume decibels added to the voice's own level, -60 to 12; what would be louder than the
 *     limiter's ceiling is held there
 */
public record Delivery(double speed, double pitch, boolean telephone, double volume) {

  /** The voice as it is. */
  public static final Delivery PLAIN = new Delivery(1, 0, false);

  /** At the voice's own level. */
  public Delivery(double speed, double pitch, boolean telephone) {
    this(speed, pitch, telephone, 0);
  }

  public Delivery {
    if (!(speed >= 0.5 && speed <= 2)) {
      throw new IllegalArgumentException("speed must be between 0.5 and 2.");
    }
    if (!(pitch >= -6 && pitch <= 6)) {
      throw new IllegalArgumentException("pitch must be between -6 and 6 semitones.");
    }
    if (!(volume >= -60 && volume <= 12)) {
      throw new IllegalArgumentException("volume must be between -60 and 12 dB.");
    }
  }
}
