package org.nangdok.audio.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.nangdok.audio.Mp3Frames;

/** FLAC (RFC 9639), lossless: blocks of 4,608 samples, fixed predictors. */
public final class FlacFile implements SoundFile {

  /** Eight of our MP3 frames. */
  static final int BLOCK = 8 * Mp3Frames.SAMPLES;

  private static final int STREAM_INFO = 0;
  private static final int STREAM_INFO_BYTES = 34;
  private static final int COMMENTS = 4;
  private static final int LAST = 0x80;

  FlacFile() {}

  @Override
  public String mediaType() {
    return "audio/flac";
  }

  @Override
  public void write(DecodedMp3 sound, List<String> comments, OutputStream out) throws IOException {
    out.write("fLaC".getBytes(StandardCharsets.US_ASCII));
    block(out, STREAM_INFO, streamInfo(sound.samples()));
    block(out, COMMENTS | LAST, VorbisComments.bytes(comments));
    var block = new short[BLOCK];
    int filled = 0;
    long number = 0;
    for (short[] frame = sound.next(); frame != null; frame = sound.next()) {
      System.arraycopy(frame, 0, block, filled, frame.length);
      filled += frame.length;
      if (filled == BLOCK) {
        out.write(FlacFrame.encode(block, filled, number++));
        filled = 0;
      }
    }
    if (filled > 0) {
      out.write(FlacFrame.encode(block, filled, number));
    }
  }

  /** Writes samples that are all there, without comments. */
  public static void write(short[] samples, OutputStream out) throws IOException {
    out.write("fLaC".getBytes(StandardCharsets.US_ASCII));
    block(out, STREAM_INFO | LAST, streamInfo(samples.length));
    long number = 0;
    for (int from = 0; from < samples.length; from += BLOCK) {
      int to = Math.min(samples.length, from + BLOCK);
      out.write(FlacFrame.encode(Arrays.copyOfRange(samples, from, to), to - from, number++));
    }
  }

  private static void block(OutputStream out, int type, byte[] content) throws IOException {
    out.write(type);
    out.write(content.length >> 16);
    out.write(content.length >> 8);
    out.write(content.length);
    out.write(content);
  }

  /** RFC 9639, 8.2. Frame sizes and the checksum of the sound are 0: unknown. */
  private static byte[] streamInfo(long samples) {
    ByteBuffer info = ByteBuffer.allocate(STREAM_INFO_BYTES);
    info.putShort((short) BLOCK).putShort((short) BLOCK);
    info.put(new byte[6]);
    long mono = 0;
    info.putLong(
        (long) Mp3Frames.SAMPLE_RATE << 44 | mono << 41 | (long) (Short.SIZE - 1) << 36 | samples);
    return info.array();
  }
}
