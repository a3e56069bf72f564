package org.nangdok.audio;

import java.util.List;
import org.nangdok.speech.Mark;

/**
 * One utterance, encoded: whole MP3 frames without tags, and when each word is heard in them.
 *
 * @param mp3 the frames; shared, nobody may change them
 * @param soundEnd milliseconds from the clip's start to the end of its sound; silence follows to
 *     the end of the frame
 * @param marks the words, in milliseconds from the clip's start as a decoder plays it
 * @param exact whether the marks come from the engine's own times
 */
@SuppressWarnings("ArrayRecordComponent") // large and never compared
public record Clip(byte[] mp3, int soundEnd, List<Mark> marks, boolean exact) {

  public Clip {
    marks = List.copyOf(marks);
    if (mp3.length == 0 || mp3.length % Mp3Frames.BYTES != 0) {
      throw new IllegalArgumentException("A clip is made of whole frames.");
    }
  }

  /** Length in milliseconds, a multiple of 24. */
  public int millis() {
    return (int) Mp3Frames.millis(mp3.length);
  }

  /**
   * How many silent frames make a pause after this clip, given the silence that the clips
   * themselves bring.
   *
   * @param pauseMillis the silence that listeners shall hear
   */
  public static int pauseFrames(int clipMillis, int soundEnd, int pauseMillis) {
    int own = clipMillis - soundEnd + Mp3Frames.DELAY_MILLIS;
    return Math.max(0, Math.round((pauseMillis - own) / (float) Mp3Frames.MILLIS));
  }
}
