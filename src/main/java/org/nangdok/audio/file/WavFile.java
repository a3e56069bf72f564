package org.nangdok.audio.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.nangdok.audio.Mp3Frames;

/** RIFF WAVE, 16-bit PCM (Microsoft, Multimedia Programming Interface 1.0). */
public final class WavFile implements SoundFile {

  private static final int HEADER_BYTES = 44;
  private static final int SAMPLE_BYTES = 2;

  WavFile() {}

  @Override
  public String mediaType() {
    return "audio/wav";
  }

  @Override
  public void write(DecodedMp3 sound, List<String> comments, OutputStream out) throws IOException {
    out.write(header(sound.samples() * SAMPLE_BYTES));
    for (short[] frame = sound.next(); frame != null; frame = sound.next()) {
      ByteBuffer bytes =
          ByteBuffer.allocate(frame.length * SAMPLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asShortBuffer().put(frame);
      out.write(bytes.array());
    }
  }

  private static byte[] header(long data) {
    int rate = Mp3Frames.SAMPLE_RATE;
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt((int) (HEADER_BYTES - 8 + data))
        .put(ascii("WAVEfmt "))
        .putInt(16) // length of what follows
        .putShort((short) 1) // PCM
        .putShort((short) 1) // mono
        .putInt(rate)
        .putInt(rate * SAMPLE_BYTES)
        .putShort((short) SAMPLE_BYTES)
        .putShort((short) 16) // bits
        .put(ascii("data"))
        .putInt((int) data)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
