package org.nangdok.audio.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.nangdok.audio.LameSession;

/**
 * The same sound at another rate than the house's, in forms that clients of other services ask for:
 * MP3 of MPEG 1, 2 and 2.5, and the two laws of telephones (ITU-T G.711). For short sounds only.
 */
public final class OtherRate {

  /** Bits a second by the samples a second: enough that the encoder keeps the rate. */
  private static final Map<Integer, Integer> KILOBITS =
      Map.of(8_000, 24, 16_000, 48, 22_050, 64, 24_000, 64, 44_100, 128, 48_000, 128);

  /** Samples that are encoded at once. */
  private static final int BLOCK = 8_192;

  private OtherRate() {}

  /**
   * MP3, mono, constant bit rate.
   *
   * @param rate 8,000, 16,000, 22,050, 24,000, 44,100 or 48,000 samples a second
   */
  public static void mp3(DecodedMp3 sound, int rate, OutputStream out) throws IOException {
    Integer kilobits = KILOBITS.get(rate);
    if (kilobits == null) {
      throw new IllegalArgumentException("No MP3 is made at this rate.");
    }
    byte[] samples = RawPcm.of(sound, rate);
    int[] block = new int[BLOCK];
    byte[] frames = new byte[LameSession.room(BLOCK)];
    try (var lame = new LameSession(rate, kilobits)) {
      for (int from = 0; from < samples.length; from += 2 * BLOCK) {
        int count = Math.min(BLOCK, (samples.length - from) / 2);
        for (int i = 0; i < count; i++) {
          int at = from + 2 * i;
          block[i] = (samples[at] & 0xFF) << 16 | samples[at + 1] << 24;
        }
        out.write(frames, 0, lame.encode(block, count, frames));
      }
      out.write(frames, 0, lame.finish(frames));
    }
  }

  /**
   * Samples of 8 bits by one of the laws of G.711.
   *
   * @param law {@code mulaw} or {@code alaw}
   * @param rate samples a second
   */
  public static byte[] telephone(DecodedMp3 sound, String law, int rate) throws IOException {
    byte[] samples = RawPcm.of(sound, rate);
    var encoding = law.equals("alaw") ? AudioFormat.Encoding.ALAW : AudioFormat.Encoding.ULAW;
    var bytes = new ByteArrayOutputStream(samples.length / 2);
    try (var linear =
            new AudioInputStream(
                new ByteArrayInputStream(samples), linear(rate), samples.length / 2);
        var coded = AudioSystem.getAudioInputStream(encoding, linear)) {
      coded.transferTo(bytes);
    }
    return bytes.toByteArray();
  }

  private static AudioFormat linear(int rate) {
    return new AudioFormat(rate, 16, 1, true, false);
  }
}
