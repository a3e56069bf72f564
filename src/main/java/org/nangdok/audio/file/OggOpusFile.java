package org.nangdok.audio.file;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.nangdok.audio.Mp3Frames;

/** Opus at 40 kbit/s in Ogg (RFC 6716, RFC 7845), encoded by Concentus. */
public final class OggOpusFile implements SoundFile {

  private static final int BITS_PER_SECOND = 40_000;
  private static final int PACKET = Mp3Frames.SAMPLE_RATE / 50; // 20 ms
  private static final int PER_SAMPLE = 48_000 / Mp3Frames.SAMPLE_RATE; // Ogg counts at 48 kHz
  private static final int LONGEST_PACKET = 1276;
  private static final int SERIAL = 0x4E61; // one stream only: any number will do

  OggOpusFile() {}

  @Override
  public String mediaType() {
    return "audio/ogg; codecs=opus";
  }

  @Override
  public void write(DecodedMp3 sound, List<String> comments, OutputStream out) throws IOException {
    try {
      OpusEncoder encoder = encoder();
      int ahead = encoder.getLookahead();
      var pages = new OggPages(out, SERIAL);
      pages.write(head(ahead * PER_SAMPLE), 0);
      pages.flush();
      pages.write(tags(comments), 0);
      pages.flush();
      // The encoder is `ahead` samples behind, so that much silence follows the sound.
      long wanted = sound.samples() + ahead;
      var packet = new short[PACKET];
      var encoded = new byte[LONGEST_PACKET];
      var samples = new SampleQueue(sound);
      for (long done = 0; done < wanted; ) {
        samples.fill(packet);
        int length = encoder.encode(packet, 0, PACKET, encoded, 0, encoded.length);
        done += PACKET;
        pages.write(Arrays.copyOf(encoded, length), Math.min(done, wanted) * PER_SAMPLE);
      }
      pages.end();
    } catch (OpusException e) {
      throw new IOException("The sound can't be encoded as Opus.", e);
    }
  }

  private static OpusEncoder encoder() throws OpusException {
    // Its speech coder (SILK) turned a steady tone into silence: this application has CELT alone.
    var encoder =
        new OpusEncoder(
            Mp3Frames.SAMPLE_RATE, 1, OpusApplication.OPUS_APPLICATION_RESTRICTED_LOWDELAY);
    encoder.setBitrate(BITS_PER_SECOND);
    encoder.setComplexity(5);
    return encoder;
  }

  /** RFC 7845, 5.1. */
  private static byte[] head(int skip) {
    return ByteBuffer.allocate(19)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1) // version
        .put((byte) 1) // channels
        .putShort((short) skip)
        .putInt(Mp3Frames.SAMPLE_RATE)
        .putShort((short) 0) // gain
        .put((byte) 0) // mapping family
        .array();
  }

  /** RFC 7845, 5.2. */
  private static byte[] tags(List<String> comments) {
    byte[] block = VorbisComments.bytes(comments);
    return ByteBuffer.allocate(8 + block.length)
        .put("OpusTags".getBytes(StandardCharsets.US_ASCII))
        .put(block)
        .array();
  }
}
