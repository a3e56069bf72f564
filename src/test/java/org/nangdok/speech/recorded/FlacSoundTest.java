package org.nangdok.speech.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nangdok.audio.file.FlacFile;

class FlacSoundTest {

  @Test
  void givesBackWhatWasWritten() throws IOException {
    var random = new Random(3);
    var sound = new short[30_001];
    double level = 0;
    for (int i = 0; i < sound.length; i++) {
      level = .99 * level + random.nextGaussian() * (i / 3000 % 2 == 0 ? 900 : 4);
      sound[i] = (short) Math.clamp(Math.round(level), -32768, 32767);
    }

    assertThat(FlacSound.decode(flac(sound))).isEqualTo(sound);
  }

  @Test
  void givesBackSilenceAndTheLoudestNoise() throws IOException {
    var random = new Random(4);
    var sound = new short[12_000];
    for (int i = 5000; i < sound.length; i++) {
      sound[i] = random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
    }

    assertThat(FlacSound.decode(flac(sound))).isEqualTo(sound);
  }

  @Test
  void whatIsCutOffIsRefused() throws IOException {
    byte[] stream = flac(new short[9000]);

    assertThatThrownBy(() -> FlacSound.decode(Arrays.copyOf(stream, stream.length / 2)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> FlacSound.decode(new byte[100])).isInstanceOf(IOException.class);
  }

  private static byte[] flac(short[] sound) throws IOException {
    var out = new ByteArrayOutputStream();
    FlacFile.write(sound, out);
    return out.toByteArray();
  }
}
