package org.nangdok.speech;

import java.util.List;

/**
 * The sound of one utterance: mono, 16 bits, and when each word is heard.
 *
 * @param samples the sound; the record doesn't copy it, nobody may change it
 * @param sampleRate samples per second
 * @param marks the words in order, inside the sound, not overlapping
 * @param exact whether the marks come from the engine's own times rather than from an estimate
 */
@SuppressWarnings("ArrayRecordComponent") // samples are large and shared, never compared
public record Speech(short[] samples, int sampleRate, List<Mark> marks, boolean exact) {

  public Speech {
    marks = List.copyOf(marks);
  }

  /** Length in milliseconds. */
  public int millis() {
    return (int) (samples.length * 1000L / sampleRate);
  }
}
