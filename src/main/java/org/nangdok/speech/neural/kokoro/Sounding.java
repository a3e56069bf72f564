package org.nangdok.speech.neural.kokoro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nangdok.language.Reading;
import org.nangdok.speech.Mark;
import org.nangdok.speech.TimedPhone;
import org.nangdok.speech.neural.Wave;

/** A sentence's sound as it grows piece by piece, each cut to what is heard of it. */
final class Sounding {

  /** The network's peaks are a little over 1; how loud a person is is decided later. */
  private static final float HEADROOM = .6f;

  private final double faster;
  private final Wave wave = new Wave();
  private final List<Times> times = new ArrayList<>();
  private double restMillis;

  /**
   * @param faster how much faster the sound will be played than it was made
   */
  Sounding(double faster) {
    this.faster = faster;
  }

  /**
   * Adds the sound of the next piece.
   *
   * @param window of the times that the sound is of
   * @param rest milliseconds of silence before the piece after it, in the sound as it is made
   */
  void add(Times heard, Window window, float[] sound, double rest) {
    if (wave.length() > 0 && restMillis > 0) {
      wave.pause((int) (restMillis / 1000 * KokoroModel.SAMPLE_RATE));
    }
    int from = window.firstSample(heard);
    int before = window.from() * KokoroModel.SAMPLES_A_FRAME + from;
    double offset = (double) (wave.length() - before) / KokoroModel.SAMPLE_RATE;
    times.add(heard.moved(offset, faster));
    float[] heardOnly = Arrays.copyOfRange(sound, from, window.endSample(heard));
    for (int i = 0; i < heardOnly.length; i++) {
      heardOnly[i] *= HEADROOM;
    }
    wave.add(heardOnly, heardOnly.length);
    restMillis = rest;
  }

  short[] samples() {
    return wave.toShorts();
  }

  List<Mark> marks(Reading reading) {
    return times.stream().flatMap(part -> part.marks(reading).stream()).toList();
  }

  List<TimedPhone> phones(Reading reading) {
    return times.stream().flatMap(part -> part.phones(reading).stream()).toList();
  }
}
