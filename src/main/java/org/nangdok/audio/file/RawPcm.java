package org.nangdok.audio.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nangdok.audio.Mp3Frames;
import org.nangdok.audio.Resampler;

/** Samples without a file around them: 16 bit, little-endian, mono. For short sounds only. */
public final class RawPcm {

  private static final int SAMPLE_BYTES = 2;

  private RawPcm() {}

  /**
   * All samples of a sound.
   *
   * @param rate samples a second
   */
  public static byte[] of(DecodedMp3 sound, int rate) throws IOException {
    float[] samples = samples(sound, rate);
    ByteBuffer bytes =
        ByteBuffer.allocate(samples.length * SAMPLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      bytes.putShort((short) Math.clamp(Math.round(sample), Short.MIN_VALUE, Short.MAX_VALUE));
    }
    return bytes.array();
  }

  private static float[] samples(DecodedMp3 sound, int rate) throws IOException {
    FloatBuffer decoded = FloatBuffer.allocate((int) sound.samples());
    for (short[] frame = sound.next(); frame != null; frame = sound.next()) {
      for (short sample : frame) {
        decoded.put(sample);
      }
    }
    return Resampler.convert(decoded.array(), Mp3Frames.SAMPLE_RATE, rate);
  }
}
