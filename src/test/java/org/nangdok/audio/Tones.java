package org.nangdok.audio;

import java.util.List;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Speech;

/** Sounds for tests whose level and length are known. */
public final class Tones {

  private Tones() {}

  /** A sine with faded ends. */
  public static float[] sine(double hertz, double amplitude, int millis, int rate) {
    var samples = new float[millis * rate / 1000];
    int fade = rate / 200;
    for (int i = 0; i < samples.length; i++) {
      double edge = Math.min(1, Math.min(i, samples.length - 1 - i) / (double) fade);
      samples[i] = (float) (amplitude * edge * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  /** A sine between two silences, as an engine would return it. */
  public static Speech speech(
      double hertz,
      double amplitude,
      int before,
      int millis,
      int after,
      int rate,
      List<Mark> marks) {
    var samples = new short[(before + millis + after) * rate / 1000];
    float[] sine = sine(hertz, amplitude, millis, rate);
    for (int i = 0; i < sine.length; i++) {
      samples[before * rate / 1000 + i] = (short) Math.round(sine[i] * 32767);
    }
    return new Speech(samples, rate, marks, true);
  }
}
