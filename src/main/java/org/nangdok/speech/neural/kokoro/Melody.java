package org.nangdok.speech.neural.kokoro;

import java.util.List;
import org.nangdok.speech.korean.Target;

/** The pitch of each half frame: the project's melody of a sentence, in a person's own pitch. */
final class Melody {

  /** Below this the network means no voice. */
  private static final double VOICELESS_HERTZ = 20;

  /** From here on it means a voice. */
  private static final double VOICED_HERTZ = 60;

  /** A pitch under this share of the mean is the beginning or end of voice, and stays one. */
  private static final double FULL_VOICE = .7;

  private Melody() {}

  /**
   * The melody that Korean prosody plans: through the targets in the middle of the vowels, straight
   * in semitones between them.
   *
   * @param targets of the syllables
   * @param hertz the person's own pitch
   * @param range factor on its movements
   */
  static float[] planned(
      List<Symbol> symbols,
      List<Target> targets,
      float[] frames,
      float[] predicted,
      double hertz,
      double range) {
    var points = new Points();
    double start = frames[0];
    for (int i = 0; i < symbols.size(); i++) {
      Symbol symbol = symbols.get(i);
      double end = start + frames[i + 1];
      if (symbol.part() == Symbol.Part.VOWEL) {
        points.add(targets.get(symbol.syllable()), 2 * start, 2 * end, range);
      }
      start = end;
    }
    double mean = mean(predicted);
    var pitch = new float[predicted.length];
    for (int i = 0; i < pitch.length; i++) {
      double voice = Math.clamp(predicted[i] / (FULL_VOICE * mean), 0, 1);
      pitch[i] =
          predicted[i] < VOICELESS_HERTZ
              ? predicted[i]
              : (float) (hertz * Math.pow(2, points.at(i + .5) / 12) * voice);
    }
    return pitch;
  }

  /**
   * The network's own melody in another pitch.
   *
   * @param hertz of its mean; its own if 0
   * @param semitones added to it
   */
  static float[] moved(float[] predicted, double hertz, double semitones, double range) {
    double mean = mean(predicted);
    double wanted = (hertz > 0 ? hertz : mean) * Math.pow(2, semitones / 12);
    var pitch = new float[predicted.length];
    for (int i = 0; i < pitch.length; i++) {
      double part = predicted[i] / mean;
      pitch[i] =
          predicted[i] < VOICELESS_HERTZ
              ? predicted[i]
              : (float) (wanted * (part < FULL_VOICE ? part : Math.pow(part, range)));
    }
    return pitch;
  }

  /** The geometric mean where there is voice. */
  private static double mean(float[] pitch) {
    double sum = 0;
    int count = 0;
    for (float hertz : pitch) {
      if (hertz > VOICED_HERTZ) {
        sum += Math.log(hertz);
        count++;
      }
    }
    return count == 0 ? VOICED_HERTZ : Math.exp(sum / count);
  }

  /** Semitones over half frames. */
  private static final class Points {

    private double[] places = new double[16];
    private double[] semitones = new double[16];
    private int count;

    void add(Target target, double from, double to, double range) {
      double half = range * target.movement() / 2;
      double middle = range * target.pitch();
      if (half != 0) {
        add(from, middle - half);
      }
      add((from + to) / 2, middle);
      if (half != 0) {
        add(to, middle + half);
      }
    }

    private void add(double place, double value) {
      if (count == places.length) {
        places = java.util.Arrays.copyOf(places, 2 * count);
        semitones = java.util.Arrays.copyOf(semitones, 2 * count);
      }
      places[count] = place;
      semitones[count++] = value;
    }

    double at(double place) {
      if (count == 0) {
        return 0;
      }
      int next = 0;
      while (next < count && places[next] < place) {
        next++;
      }
      if (next == 0 || next == count) {
        return semitones[next == 0 ? 0 : count - 1];
      }
      double share = (place - places[next - 1]) / (places[next] - places[next - 1]);
      return semitones[next - 1] + share * (semitones[next] - semitones[next - 1]);
    }
  }
}
