package org.nangdok.audio.file;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * The same sound at another rate than the house's, in forms that clients of other services ask for:
 * MP3 of MPEG 1, 2 and 2.5, and the two laws of telephones (ITU-T G.711). For short sounds only.
 */
public final class OtherRate {

  /** Bits a second by the samples a second: enough that the encoder keeps the rate. */
  private static final Map<Integer, Integer> KILOBITS =
      Map.of(8_000, 24, 16_000, 48, 22_050, 64, 24_000, 64, 44_100, 128, 48_000, 128);

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
    var encoder =
        new LameEncoder(
            linear(rate),
            kilobits,
            LameEncoder.CHANNEL_MODE_MONO,
            LameEncoder.QUALITY_MIDDLE,
            false);
    try {
      byte[] frames = new byte[encoder.getMP3BufferSize()];
      int piece = encoder.getPCMBufferSize();
      for (int from = 0; from < samples.length; from += piece) {
        int count = Math.min(piece, samples.length - from);
        out.write(frames, 0, encoder.encodeBuffer(samples, from, count, frames));
      }
      out.write(frames, 0, encoder.encodeFinish(frames));
    } finally {
      encoder.close();
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
