package org.nangdok.speech.recorded;

/**
 * A stretch of one recording laid under a stretch of the sentence: at each time of the sentence, in
 * samples, a place of the recording. Straight between its anchors, in order of time.
 */
final class Track {

  private final double[] times;
  private final double[] places;
  private int last;

  private final double fadeIn;
  private final double fadeOut;
  private final double gainAtStart;
  private final double gainAtEnd;

  /**
   * @param fadeIn how many samples of its beginning it grows from nothing
   * @param fadeOut how many of its end it goes back
   * @param gainAtStart decibels by which it is as loud as the track before where they meet
   * @param gainAtEnd decibels by which it is as loud as the track after
   */
  Track(
      double[] times,
      double[] places,
      double fadeIn,
      double fadeOut,
      double gainAtStart,
      double gainAtEnd) {
    this.times = times;
    this.places = places;
    this.fadeIn = fadeIn;
    this.fadeOut = fadeOut;
    this.gainAtStart = gainAtStart;
    this.gainAtEnd = gainAtEnd;
  }

  double start() {
    return times[0];
  }

  double end() {
    return times[times.length - 1];
  }

  /** The place of the recording at a time; times must not go back. */
  double place(double time) {
    while (last + 2 < times.length && times[last + 1] <= time) {
      last++;
    }
    double span = times[last + 1] - times[last];
    double part = span <= 0 ? 0 : (time - times[last]) / span;
    return places[last] + part * (places[last + 1] - places[last]);
  }

  /** How many samples of the sentence one of the recording lasts around the last time asked. */
  double stretch() {
    double there = places[last + 1] - places[last];
    return there <= 0 ? 1 : (times[last + 1] - times[last]) / there;
  }

  /** Its factor at a time: from one gain to the other, straight in decibels. */
  double gain(double time) {
    if (gainAtStart == 0 && gainAtEnd == 0) {
      return 1;
    }
    double part = end() <= start() ? 0 : Math.clamp((time - start()) / (end() - start()), 0, 1);
    return Math.pow(10, (gainAtStart + part * (gainAtEnd - gainAtStart)) / 20);
  }

  /** How much of it is heard at a time, 0 to 1. */
  double weight(double time) {
    if (time < start() || time > end()) {
      return 0;
    }
    double in = fadeIn <= 0 ? 1 : Math.min(1, (time - start()) / fadeIn);
    double out = fadeOut <= 0 ? 1 : Math.min(1, (end() - time) / fadeOut);
    return Math.min(in, out);
  }
}
