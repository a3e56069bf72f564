package org.nangdok.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.library.ClipStore;
import org.nangdok.reading.Reading;
import org.nangdok.reading.Timeline;

/**
 * A reading's audio while it is being made: each clip is written as soon as those before it are.
 */
final class ReadingStream {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Reading reading;
  private final ClipStore clips;

  ReadingStream(Reading reading, ClipStore clips) {
    this.reading = reading;
    this.clips = clips;
  }

  /** Writes until the last sentence, or as far as the reading comes. */
  void write(OutputStream out) throws IOException, InterruptedException {
    try (var listening = reading.listen()) {
      Reading.Progress progress = reading.progress();
      for (int next = 0; next < reading.size(); next++) {
        while (progress.timeline().spans().size() <= next) {
          long seen = progress.version();
          reading.attend(next);
          if (progress.state() == Reading.State.FAILED) {
            return;
          }
          progress = reading.awaitChange(seen, PATIENCE);
          if (progress.version() == seen) {
            return; // a minute without one new sentence: the client may ask again
          }
        }
        write(out, progress.timeline().spans().get(next));
      }
    }
  }

  private void write(OutputStream out, Timeline.Span span) throws IOException {
    if (span.millis() > 0) {
      byte[] clip =
          clips
              .bytes(reading.key(span.sentence()))
              .orElseThrow(() -> new BrokenAnswerException(null));
      out.write(clip);
      out.write(Mp3Frames.silence(span.pauseFrames()));
      out.flush();
    }
  }
}
