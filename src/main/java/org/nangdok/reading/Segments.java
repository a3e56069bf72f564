package org.nangdok.reading;

import java.util.ArrayList;
import java.util.List;
import org.nangdok.audio.Mp3Frames;

/**
 * A reading's sound cut for streaming players: groups of sentences of two to six seconds; a longer
 * sentence is cut within, which decoders that play on don't notice. What was cut once stays,
 * however much is added behind it.
 */
public final class Segments {

  /** Seconds that no segment is longer than. */
  public static final int LONGEST_SECONDS = 6;

  private static final long SHORTEST = frames(2000);
  private static final long LONGEST = frames(LONGEST_SECONDS * 1000L);

  private Segments() {}

  /**
   * One piece of the sound.
   *
   * @param from its first frame
   * @param to one past its last frame
   */
  public record Segment(long from, long to) {

    /** Length in milliseconds. */
    public long millis() {
      return (to - from) * Mp3Frames.MILLIS;
    }
  }

  /** The segments of what is settled; the last is short only when the timeline is complete. */
  public static List<Segment> of(Timeline timeline) {
    List<Segment> segments = new ArrayList<>();
    long from = 0;
    for (Timeline.Span span : timeline.spans()) {
      long end = frames(span.end());
      while (end - from > LONGEST) {
        segments.add(new Segment(from, from + LONGEST));
        from += LONGEST;
      }
      if (end - from >= SHORTEST) {
        segments.add(new Segment(from, end));
        from = end;
      }
    }
    long end = frames(timeline.millis());
    if (timeline.complete() && end > from) {
      segments.add(new Segment(from, end));
    }
    return segments;
  }

  private static long frames(long millis) {
    return millis / Mp3Frames.MILLIS;
  }
}
