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

  /** Something like a voice: harmonics under formants, a peak in every period, syllables. */
  public static Speech voice(double pitch, int millis, int rate) {
    var samples = new short[millis * rate / 1000];
    for (int i = 0; i < samples.length; i++) {
      double time = i / (double) rate;
      double sum = 0;
      for (int k = 1; k * pitch < 4000; k++) {
        double hertz = k * pitch;
        double formants =
            1 / (1 + Math.pow((hertz - 600) / 150, 2))
                + .6 / (1 + Math.pow((hertz - 1400) / 200, 2))
                + .3 / (1 + Math.pow((hertz - 2600) / 300, 2));
        sum += formants * Math.cos(2 * Math.PI * hertz * time);
      }
      double syllable = Math.pow(Math.sin(Math.PI * 5 * time), 2);
      samples[i] = (short) Math.round(Math.clamp(sum * syllable / 6, -1, 1) * 32767);
    }
    return new Speech(samples, rate, List.of(), true);
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
