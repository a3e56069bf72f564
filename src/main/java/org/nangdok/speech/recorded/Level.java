package org.nangdok.speech.recorded;

import org.nangdok.speech.Biquad;

/**
 * Joined sound as 16 bits, in a person's colour. What is too loud is bent rather than cut (a soft
 * knee at -3 dBFS).
 */
final class Level {

  private static final double KNEE = 23_000;
  private static final double ROOM = 32_000 - KNEE;
  private static final double SHELF_HERTZ = 1800;
  private static final double SHELF_QUALITY = .6;

  private Level() {}

  /**
   * The sound as samples.
   *
   * @param brightness decibels above 1.8 kHz
   */
  static short[] samples(float[] sound, double brightness) {
    var signal = new double[sound.length];
    for (int i = 0; i < signal.length; i++) {
      signal[i] = sound[i];
    }
    if (brightness != 0) {
      Biquad.highShelf(SHELF_HERTZ, brightness, SHELF_QUALITY, RecordedEngine.SAMPLE_RATE)
          .filter(signal);
    }
    for (int i = 0; i < signal.length; i++) {
      double size = Math.abs(signal[i]);
      if (size > KNEE) {
        signal[i] = Math.signum(signal[i]) * (KNEE + ROOM * Math.tanh((size - KNEE) / ROOM));
      }
    }
    return Biquad.samples(signal);
  }
}
