package org.nangdok.audio;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Encodes 24 kHz mono sound as whole MP3 frames, without tags (jump3r, a Java port of LAME 3.98).
 */
final class Mp3Encoder {

  /** Samples that are handed over at once. */
  private static final int BLOCK = 8_192;

  /** LAME lowers everything to 95 % before encoding; this takes it back. */
  private static final float ENCODER_SCALE = 1 / 0.95f;

  private Mp3Encoder() {}

  /**
   * @param samples values between -0.95 and 0.95 at 24 kHz
   * @return whole frames of {@link Mp3Frames#BYTES} bytes
   */
  static byte[] encode(float[] samples) {
    int[] block = new int[BLOCK];
    byte[] mp3 = new byte[LameSession.room(BLOCK)];
    var frames = new ByteArrayOutputStream(samples.length / 3 + 4 * Mp3Frames.BYTES);
    try (var lame = new LameSession(Mp3Frames.SAMPLE_RATE, Mp3Frames.KILOBITS)) {
      for (int from = 0; from < samples.length; from += BLOCK) {
        int count = Math.min(BLOCK, samples.length - from);
        for (int i = 0; i < count; i++) {
          block[i] = sample(samples[from + i]) << 16;
        }
        frames.write(mp3, 0, lame.encode(block, count, mp3));
      }
      frames.write(mp3, 0, lame.finish(mp3));
    }
    return sound(frames.toByteArray());
  }

  /** What is heard is what a file of 16 bits would hold. */
  private static int sample(float sample) {
    return Math.clamp(Math.round(sample * ENCODER_SCALE * 32767), -32768, 32767);
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
