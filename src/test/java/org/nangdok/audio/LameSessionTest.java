package org.nangdok.audio;

import static org.assertj.core.api.Assertions.assertThat;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LameSessionTest {

  /** Without measuring ReplayGain, and with that. */
  @ParameterizedTest
  @CsvSource({"24000, 64", "8000, 24", "44100, 128", "48000, 128", "16000, 48", "22050, 64"})
  void theFramesAreThoseOfTheLibrarysOwnEncoder(int rate, int kilobits) {
    short[] samples = Tones.voice(170, 1_900, rate).samples();
    assertThat(ours(samples, rate, kilobits)).isEqualTo(librarys(samples, rate, kilobits));
  }

  private static byte[] ours(short[] samples, int rate, int kilobits) {
    var frames = new ByteArrayOutputStream();
    try (var lame = new LameSession(rate, kilobits)) {
      int[] wide = new int[samples.length];
      Arrays.setAll(wide, i -> samples[i] << 16);
      byte[] mp3 = new byte[LameSession.room(wide.length)];
      frames.write(mp3, 0, lame.encode(wide, wide.length, mp3));
      frames.write(mp3, 0, lame.finish(mp3));
    }
    return frames.toByteArray();
  }

  private static byte[] librarys(short[] samples, int rate, int kilobits) {
    var encoder =
        new LameEncoder(
            new AudioFormat(rate, 16, 1, true, false),
            kilobits,
            LameEncoder.CHANNEL_MODE_MONO,
            LameEncoder.QUALITY_MIDDLE,
            false);
    byte[] pcm = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      pcm[2 * i] = (byte) samples[i];
      pcm[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    var frames = new ByteArrayOutputStream();
    byte[] mp3 = new byte[encoder.getMP3BufferSize()];
    for (int from = 0; from < pcm.length; from += encoder.getPCMBufferSize()) {
      int count = Math.min(encoder.getPCMBufferSize(), pcm.length - from);
      frames.write(mp3, 0, encoder.encodeBuffer(pcm, from, count, mp3));
    }
    frames.write(mp3, 0, encoder.encodeFinish(mp3));
    encoder.close();
    return frames.toByteArray();
  }
}
