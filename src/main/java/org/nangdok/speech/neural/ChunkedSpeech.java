package org.nangdok.speech.neural;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Speech;
import org.nangdok.speech.SpeechException;
import org.nangdok.speech.Telephone;

/** A sentence's sound as it grows chunk by chunk, with silence between them and estimated marks. */
public final class ChunkedSpeech {

  private final int sampleRate;
  private final int pause;
  private final Wave wave = new Wave();
  private final List<Mark> marks = new ArrayList<>();

  /**
   * @param sampleRate of what is added, in Hz
   * @param pause seconds of silence between two chunks
   */
  public ChunkedSpeech(int sampleRate, double pause) {
    this.sampleRate = sampleRate;
    this.pause = (int) (pause * sampleRate);
  }

  /** Adds the sound of the next chunk. */
  public void add(Chunk chunk, float[] sound) {
    if (wave.length() > 0) {
      wave.pause(pause);
    }
    int from = wave.length();
    wave.add(sound, sound.length);
    marks.addAll(EstimatedMarks.of(chunk.words(), wave.samples(), from, wave.length(), sampleRate));
  }

  /**
   * The whole of it.
   *
   * @param telephone whether it sounds as if through one
   * @throws SpeechException if this thread was told to stop meanwhile
   */
  public Speech speech(boolean telephone) {
    if (Thread.currentThread().isInterrupted()) {
      throw new SpeechException("Speaking was interrupted.");
    }
    short[] samples = wave.toShorts();
    return new Speech(
        telephone ? Telephone.line(samples, sampleRate) : samples, sampleRate, marks, false);
  }
}
