package org.nangdok.speech;

/**
 * Sound as it comes down a telephone line: 300 to 3400 Hz (ITU-T G.712), each edge a Butterworth
 * filter of the fourth order.
 */
public final class Telephone {

  private static final double LOWEST = 300;
  private static final double HIGHEST = 3400;

  /** The two sections of a fourth-order Butterworth filter. */
  private static final double[] QUALITIES = {0.5412, 1.3066};

  private Telephone() {}

  /** The sound limited to the line's band; the given samples are left as they are. */
  public static short[] line(short[] samples, int sampleRate) {
    double[] signal = Biquad.signal(samples);
    for (double quality : QUALITIES) {
      Biquad.highPass(LOWEST, quality, sampleRate).filter(signal);
      Biquad.lowPass(HIGHEST, quality, sampleRate).filter(signal);
    }
    return Biquad.samples(signal);
  }
}
