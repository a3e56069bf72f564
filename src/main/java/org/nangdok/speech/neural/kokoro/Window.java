package org.nangdok.speech.neural.kokoro;

/**
 * The frames of which sound is made.
 *
 * @param from the first
 * @param to one past the last
 */
public record Window(int from, int to) {

  /** What stays before the first sound and behind the last, in seconds. */
  private static final double BEFORE = .03;

  private static final double BEHIND = .08;

  /** Frames around what is heard that the network's convolutions look at. */
  private static final int MARGIN = 4;

  /** All of them. */
  static Window whole(float[] frames) {
    return new Window(0, count(frames));
  }

  /** Those that are heard, and a little more. */
  static Window of(Times times, float[] frames) {
    double frame = (double) KokoroModel.SAMPLES_A_FRAME / KokoroModel.SAMPLE_RATE;
    int from = (int) Math.floor((times.first() - BEFORE) / frame) - MARGIN;
    int to = (int) Math.ceil((times.last() + BEHIND) / frame) + MARGIN;
    return new Window(Math.max(0, from), Math.min(count(frames), to));
  }

  /** The first sample that is heard, of those of this window. */
  int firstSample(Times times) {
    return sample(times.first() - BEFORE);
  }

  /** One past the last. */
  int endSample(Times times) {
    return sample(times.last() + BEHIND);
  }

  private int sample(double seconds) {
    long at =
        Math.round(seconds * KokoroModel.SAMPLE_RATE) - (long) from * KokoroModel.SAMPLES_A_FRAME;
    return Math.clamp(at, 0, (to - from) * KokoroModel.SAMPLES_A_FRAME);
  }

  private static int count(float[] frames) {
    double sum = 0;
    for (float length : frames) {
      sum += length;
    }
    return (int) Math.round(sum);
  }
}
