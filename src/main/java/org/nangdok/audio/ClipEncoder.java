package org.nangdok.audio;

import java.util.List;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Speech;

/**
 * Makes clips of speech: silence trimmed at both ends, 24 kHz, levelled, limited to -1 dBTP,
 * encoded.
 */
public final class ClipEncoder {

  /** Names everything above that decides the bytes; part of every clip key. */
  public static final String FORMAT = "mp3-24k-64-mono-3";

  private static final int LEAD_MILLIS = 10;
  private static final int TAIL_MILLIS = 30;
  private static final float SILENCE = 0.0018f; // -55 dBFS

  private ClipEncoder() {}

  /**
   * @param gain decibels to add before limiting
   * @throws IllegalArgumentException if there is no sound in the speech
   */
  public static Clip encode(Speech speech, double gain) {
    short[] input = speech.samples();
    int rate = speech.sampleRate();
    int first = firstSound(input);
    int last = lastSound(input);
    if (first > last) {
      throw new IllegalArgumentException("The speech is silent.");
    }
    int from = Math.max(0, first - rate * LEAD_MILLIS / 1000);
    int to = Math.min(input.length, last + 1 + rate * TAIL_MILLIS / 1000);
    float[] sound = new float[to - from];
    float factor = (float) (Math.pow(10, gain / 20) / 32768);
    for (int i = from; i < to; i++) {
      sound[i - from] = input[i] * factor;
    }
    sound = Resampler.convert(sound, rate, Mp3Frames.SAMPLE_RATE);
    Limiter.limit(sound, Mp3Frames.SAMPLE_RATE);
    byte[] mp3 = Mp3Encoder.encode(sound);
    int shift = Mp3Frames.DELAY_MILLIS - (int) (from * 1000L / rate);
    int soundEnd = (int) (sound.length * 1000L / Mp3Frames.SAMPLE_RATE) + Mp3Frames.DELAY_MILLIS;
    int length = (int) Mp3Frames.millis(mp3.length);
    return new Clip(
        mp3, Math.min(soundEnd, length), shifted(speech.marks(), shift, length), speech.exact());
  }

  private static List<Mark> shifted(List<Mark> marks, int shift, int length) {
    return marks.stream()
        .map(
            mark ->
                new Mark(
                    Math.clamp(mark.start() + shift, 0, length),
                    Math.clamp(mark.end() + shift, 0, length),
                    mark.textStart(),
                    mark.textEnd()))
        .toList();
  }

  private static int firstSound(short[] samples) {
    int i = 0;
    while (i < samples.length && Math.abs(samples[i]) <= SILENCE * 32768) {
      i++;
    }
    return i;
  }

  private static int lastSound(short[] samples) {
    int i = samples.length - 1;
    while (i >= 0 && Math.abs(samples[i]) <= SILENCE * 32768) {
      i--;
    }
    return i;
  }
}
