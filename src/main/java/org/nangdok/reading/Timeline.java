package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;

/**
 * When each sentence is heard in the whole audio, counted in frames. It reaches as far as all
 * sentences before are settled.
 *
 * @param spans the settled sentences from the first on, without gaps
 * @param complete whether these are all sentences
 */
public record Timeline(List<Span> spans, boolean complete) {

  /**
   * One sentence's place.
   *
   * @param sentence its index
   * @param start milliseconds from the start of the audio
   * @param millis length of its clip; 0 if it was skipped
   * @param pauseFrames silent frames after it
   */
  public record Span(int sentence, long start, int millis, int pauseFrames) {

    /** When the next sentence starts. */
    public long end() {
      return start + millis + (long) pauseFrames * Mp3Frames.MILLIS;
    }
  }

  public Timeline {
    spans = List.copyOf(spans);
  }

  /**
   * The timeline of sentences in these states.
   *
   * @param pauses the silence that is wanted after each, in milliseconds
   */
  static Timeline of(int[] pauses, List<SentenceState> states) {
    List<Span> spans = new ArrayList<>();
    long start = 0;
    for (int i = 0; i < pauses.length && states.get(i).settled(); i++) {
      var span = new Span(i, start, 0, 0);
      if (states.get(i) instanceof SentenceState.Ready ready) {
        int millis = ready.clip().millis();
        int frames = Clip.pauseFrames(millis, ready.clip().soundEnd(), pauses[i]);
        span = new Span(i, start, millis, frames);
      }
      spans.add(span);
      start = span.end();
    }
    return new Timeline(spans, spans.size() == pauses.length);
  }

  /** Length of what is settled, in milliseconds. */
  public long millis() {
    return spans.isEmpty() ? 0 : spans.getLast().end();
  }

  /** Length of what is settled, in bytes of MP3. */
  public long bytes() {
    return millis() / Mp3Frames.MILLIS * Mp3Frames.BYTES;
  }

  /** When a sentence starts, if that is known already. */
  public OptionalLong start(int sentence) {
    return sentence < spans.size()
        ? OptionalLong.of(spans.get(sentence).start())
        : OptionalLong.empty();
  }
}
