package org.nangdok.audio;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;

/**
 * Encodes 24 kHz mono sound as whole MP3 frames, without tags (jump3r, a Java port of LAME 3.98).
 */
final class Mp3Encoder {

  private static final AudioFormat PCM = new AudioFormat(Mp3Frames.SAMPLE_RATE, 16, 1, true, false);

  /** LAME lowers everything to 95 % before encoding; this takes it back. */
  private static final float ENCODER_SCALE = 1 / 0.95f;

  private Mp3Encoder() {}

  /**
   * @param samples values between -0.95 and 0.95 at 24 kHz
   * @return whole frames of {@link Mp3Frames#BYTES} bytes
   */
  static byte[] encode(float[] samples) {
    var encoder =
        new LameEncoder(
            PCM,
            Mp3Frames.KILOBITS,
            LameEncoder.CHANNEL_MODE_MONO,
            LameEncoder.QUALITY_MIDDLE,
            false);
    try {
      byte[] input = new byte[encoder.getPCMBufferSize()];
      byte[] output = new byte[encoder.getMP3BufferSize()];
      var frames = new ByteArrayOutputStream(samples.length / 3 + 4 * Mp3Frames.BYTES);
      for (int from = 0; from < samples.length; ) {
        int count = Math.min(input.length / 2, samples.length - from);
        for (int i = 0; i < count; i++) {
          int value =
              Math.clamp(Math.round(samples[from + i] * ENCODER_SCALE * 32767), -32768, 32767);
          input[2 * i] = (byte) value;
          input[2 * i + 1] = (byte) (value >> 8);
        }
        frames.write(output, 0, encoder.encodeBuffer(input, 0, 2 * count, output));
        from += count;
      }
      frames.write(output, 0, encoder.encodeFinish(output));
      return sound(frames.toByteArray());
    } finally {
      encoder.close();
    }
  }

  /**
   * The encoder begins with an empty frame, the place of a Xing header that it never writes: 24 ms
   * for nothing.
   */
  private static byte[] sound(byte[] mp3) {
    if (mp3.length % Mp3Frames.BYTES != 0 || mp3.length == 0 || (mp3[0] & 0xFF) != 0xFF) {
      throw new IllegalStateException(
          "The encoder returned " + mp3.length + " bytes, which are no whole frames.");
    }
    for (int i = 4; i < Mp3Frames.BYTES; i++) {
      if (mp3[i] != 0) {
        return mp3;
      }
    }
    return Arrays.copyOfRange(mp3, Mp3Frames.BYTES, mp3.length);
  }
}
