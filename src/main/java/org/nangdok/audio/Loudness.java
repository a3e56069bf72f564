package org.nangdok.audio;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.speech.Speech;

/** Programme loudness and true peak of mono sound (ITU-R BS.1770-4). */
public final class Loudness {

  private static final double ABSOLUTE_GATE = -70;
  private static final double RELATIVE_GATE = -10;

  private Loudness() {}

  /** Integrated loudness of what an engine spoke, as below. */
  public static double integrated(Speech speech) {
    var sound = new float[speech.samples().length];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = speech.samples()[i] / 32768f;
    }
    return integrated(sound, speech.sampleRate());
  }

  /**
   * Integrated loudness.
   *
   * @param samples values between -1 and 1
   * @param rate samples per second
   * @return LUFS; negative infinity for silence or less than 400 ms
   */
  public static double integrated(float[] samples, int rate) {
    double[] weighted = highPass(shelf(samples, rate), rate);
    int block = rate * 400 / 1000;
    int hop = rate / 10;
    List<Double> powers = new ArrayList<>();
    for (int start = 0; start + block <= weighted.length; start += hop) {
      double sum = 0;
      for (int i = start; i < start + block; i++) {
        sum += weighted[i] * weighted[i];
      }
      powers.add(sum / block);
    }
    double gate = level(mean(above(powers, ABSOLUTE_GATE))) + RELATIVE_GATE;
    return level(mean(above(powers, Math.max(gate, ABSOLUTE_GATE))));
  }

  /**
   * The highest value of the curve through the samples, found at four times the rate.
   *
   * @return dBTP
   */
  public static double truePeak(float[] samples, int rate) {
    float peak = 0;
    for (float sample : Resampler.oversampled(samples, 0, samples.length, 4)) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return 20 * Math.log10(peak);
  }

  private static List<Double> above(List<Double> powers, double gate) {
    return powers.stream().filter(power -> level(power) > gate).toList();
  }

  private static double mean(List<Double> powers) {
    return powers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double level(double power) {
    return -0.691 + 10 * Math.log10(power);
  }

  /**
   * Annex 1, stage 1; coefficients for any rate after De Man (2018), equal to the table's at 48
   * kHz.
   */
  private static double[] shelf(float[] input, int rate) {
    double k = Math.tan(Math.PI * 1681.974450955533 / rate);
    double q = 0.7071752369554196;
    double vh = Math.pow(10, 3.999843853973347 / 20);
    double vb = Math.pow(vh, 0.4996667741545416);
    double a0 = 1 + k / q + k * k;
    double[] x = new double[input.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = input[i];
    }
    return biquad(
        x,
        (vh + vb * k / q + k * k) / a0,
        2 * (k * k - vh) / a0,
        (vh - vb * k / q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0);
  }

  /** Annex 1, stage 2. */
  private static double[] highPass(double[] input, int rate) {
    double k = Math.tan(Math.PI * 38.13547087602444 / rate);
    double q = 0.5003270373238773;
    double a0 = 1 + k / q + k * k;
    return biquad(input, 1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0);
  }

  private static double[] biquad(
      double[] x, double b0, double b1, double b2, double a1, double a2) {
    var y = new double[x.length];
    double x1 = 0;
    double x2 = 0;
    double y1 = 0;
    double y2 = 0;
    for (int i = 0; i < x.length; i++) {
      y[i] = b0 * x[i] + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      x2 = x1;
      x1 = x[i];
      y2 = y1;
      y1 = y[i];
    }
    return y;
  }
}
