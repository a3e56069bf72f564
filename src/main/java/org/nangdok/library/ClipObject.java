package org.nangdok.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nangdok.audio.Clip;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.speech.Mark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A clip as one stretch of bytes, the same in every store: four letters, the length of the head,
 * the head (JSON: marks and the sound's length), the frames. Sound and marks of two writers can't
 * be mixed, and what is cut short is told from what is whole.
 *
 * @param info what is known of the clip
 * @param sound its frames; shared, nobody may change them
 */
@SuppressWarnings("ArrayRecordComponent") // large and never compared
public record ClipObject(ClipInfo info, byte[] sound) {

  private static final byte[] LETTERS = "NDC1".getBytes(StandardCharsets.US_ASCII);
  private static final int PREFIX = LETTERS.length + Integer.BYTES;
  private static final int LONGEST_HEAD = 4_000_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private record Head(long bytes, int soundEnd, boolean exact, Mark[] marks) {}

  /** Writes a clip. */
  public static byte[] write(Clip clip) {
    byte[] head =
        JSON.writeValueAsBytes(
            new Head(
                clip.mp3().length,
                clip.soundEnd(),
                clip.exact(),
                clip.marks().toArray(Mark[]::new)));
    return ByteBuffer.allocate(PREFIX + head.length + clip.mp3().length)
        .put(LETTERS)
        .putInt(head.length)
        .put(head)
        .put(clip.mp3())
        .array();
  }

  /** Reads a clip; nothing if these bytes aren't a whole one. */
  public static Optional<ClipObject> read(byte[] object) {
    try {
      return info(new ByteArrayInputStream(object), object.length)
          .map(info -> new ClipObject(info, tail(object, info.bytes())));
    } catch (IOException e) {
      throw new IllegalStateException("Memory can be read.", e);
    }
  }

  private static byte[] tail(byte[] object, long bytes) {
    return Arrays.copyOfRange(object, object.length - (int) bytes, object.length);
  }

  /**
   * Reads what is known of a clip, without its sound.
   *
   * @param size how many bytes the object has
   * @return nothing if it isn't a whole clip
   */
  public static Optional<ClipInfo> info(InputStream in, long size) throws IOException {
    byte[] prefix = in.readNBytes(PREFIX);
    if (prefix.length < PREFIX || !Arrays.equals(LETTERS, Arrays.copyOf(prefix, LETTERS.length))) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(prefix, LETTERS.length, Integer.BYTES).getInt();
    if (length < 0 || length > LONGEST_HEAD || length > size) {
      return Optional.empty();
    }
    try {
      Head head = JSON.readValue(in.readNBytes(length), Head.class);
      boolean whole =
          head.bytes() > 0
              && head.bytes() % Mp3Frames.BYTES == 0
              && PREFIX + length + head.bytes() == size;
      return whole
          ? Optional.of(
              new ClipInfo(head.bytes(), head.soundEnd(), List.of(head.marks()), head.exact()))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
