package org.nangdok.library;

import java.util.List;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.speech.Mark;

/**
 * What is known of a kept clip without reading its sound.
 *
 * @param bytes its length; a multiple of a frame's
 * @param soundEnd milliseconds to the end of its sound
 * @param marks when each word is heard, in milliseconds from the clip's start
 * @param exact whether the marks come from the engine's own times
 */
public record ClipInfo(long bytes, int soundEnd, List<Mark> marks, boolean exact) {

  public ClipInfo {
    marks = List.copyOf(marks);
  }

  /** Length in milliseconds. */
  public int millis() {
    return (int) Mp3Frames.millis(bytes);
  }
}
