package org.nangdok.speech.recorded;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** F0 in hertz over time in samples: straight in semitones between the planned points. */
final class Melody implements DoubleUnaryOperator {

  private final double[] times;
  private final double[] hertz;
  private int last;

  /**
   * @param own the person's own pitch in hertz
   * @param raised semitones added to it
   * @param width factor on the planned semitones
   */
  Melody(List<PhonePlan.Point> points, double own, double raised, double width) {
    times = points.stream().mapToDouble(point -> point.seconds()).toArray();
    hertz =
        points.stream()
            .mapToDouble(point -> own * Math.pow(2, (raised + width * point.semitones()) / 12))
            .toArray();
  }

  /** The pitch at a time; times are best asked in order. */
  @Override
  public double applyAsDouble(double sample) {
    double time = sample / Inventory.SAMPLE_RATE;
    if (last > 0 && time < times[last]) {
      last = 0;
    }
    while (last + 2 < times.length && times[last + 1] <= time) {
      last++;
    }
    if (time <= times[last] || times.length == 1) {
      return hertz[last];
    }
    if (time >= times[last + 1]) {
      return hertz[last + 1];
    }
    double part = (time - times[last]) / (times[last + 1] - times[last]);
    return hertz[last] * Math.pow(hertz[last + 1] / hertz[last], part);
  }
}
