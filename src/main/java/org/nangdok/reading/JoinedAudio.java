package org.nangdok.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.library.ClipStore;

/**
 * The audio of a reading as far as it is made: its clips and pauses one after another, without a
 * copy of them.
 */
public final class JoinedAudio {

  private static final byte[] NONE = {};
  private static final int VERSION_BYTES = 8;

  private final Reading reading;
  private final Timeline timeline;
  private final ClipStore clips;
  private final Runnable doubt;

  /**
   * @param doubt told if a clip isn't what it was
   */
  JoinedAudio(Reading reading, Timeline timeline, ClipStore clips, Runnable doubt) {
    this.doubt = doubt;
    this.reading = reading;
    this.timeline = timeline;
    this.clips = clips;
  }

  /** Bytes in all. */
  public long length() {
    return timeline.bytes();
  }

  /**
   * Names these very bytes, 16 hexadecimal digits: the clips' keys, lengths and pauses decide them.
   */
  public String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Timeline.Span span : timeline.spans()) {
        String line = reading.key(span.sentence()).hex() + span.millis() + "+" + span.pauseFrames();
        digest.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** The whole audio as a stream that holds one clip at a time. */
  public InputStream stream() {
    Iterator<Timeline.Span> spans =
        timeline.spans().stream().filter(span -> span.millis() > 0).iterator();
    return new SequenceInputStream(
        new Enumeration<InputStream>() {
          private @Nullable InputStream pause;

          @Override
          public boolean hasMoreElements() {
            return pause != null || spans.hasNext();
          }

          @Override
          public InputStream nextElement() {
            InputStream silence = pause;
            if (silence != null) {
              pause = null;
              return silence;
            }
            Timeline.Span span = spans.next();
            pause = new ByteArrayInputStream(Mp3Frames.silence(span.pauseFrames()));
            try {
              return new ByteArrayInputStream(clip(span));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
  }

  /**
   * Writes a stretch of the audio.
   *
   * @param from first byte
   * @param to one past the last byte
   */
  public void write(OutputStream out, long from, long to) throws IOException {
    for (Timeline.Span span : timeline.spans()) {
      long clipStart = bytes(span.start());
      long pauseStart = clipStart + bytes(span.millis());
      if (span.millis() > 0) {
        if (clipStart < to && pauseStart > from) {
          writePart(out, clip(span), clipStart, from, to);
        }
        long pauseEnd = bytes(span.end());
        if (pauseStart < to && pauseEnd > from) {
          writePart(out, Mp3Frames.silence(span.pauseFrames()), pauseStart, from, to);
        }
      }
    }
  }

  private byte[] clip(Timeline.Span span) throws IOException {
    byte[] clip = clips.bytes(reading.key(span.sentence())).orElse(NONE);
    if (clip.length != bytes(span.millis())) {
      doubt.run();
      throw new IOException("A clip of this reading is gone or cut short.");
    }
    return clip;
  }

  private static void writePart(OutputStream out, byte[] part, long start, long from, long to)
      throws IOException {
    int first = (int) Math.max(0, from - start);
    int last = (int) Math.min(part.length, to - start);
    if (first < last) {
      out.write(part, first, last - first);
    }
  }

  private static long bytes(long millis) {
    return millis / Mp3Frames.MILLIS * Mp3Frames.BYTES;
  }
}
