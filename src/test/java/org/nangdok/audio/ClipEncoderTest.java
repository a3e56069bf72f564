package org.nangdok.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Speech;

class ClipEncoderTest {

  @ParameterizedTest
  @ValueSource(ints = {16_000, 22_050, 24_000, 44_100, 48_000})
  void soundKeepsItsLengthAndLevelAtEveryEngineRate(int rate) {
    Clip clip = ClipEncoder.encode(Tones.speech(440, 0.25, 0, 1000, 0, rate, List.of()), 0);

    float[] heard = Mp3Decoding.decode(clip.mp3());
    assertThat(clip.mp3().length % Mp3Frames.BYTES).isZero();
    assertThat(clip.millis()).isEqualTo(heard.length / 24);
    assertThat(clip.soundEnd()).isBetween(1030, 1060);
    double expected = 20 * Math.log10(0.25 / Math.sqrt(2));
    assertThat(Mp3Decoding.level(heard, 100, 1000)).isCloseTo(expected, within(0.3));
    assertThat(Mp3Decoding.level(heard, 0, 30)).isLessThan(-50);
  }

  @Test
  void silenceAroundTheSoundIsCutAndMarksMoveWithIt() {
    var marks = List.of(new Mark(300, 800, 0, 2), new Mark(800, 1300, 3, 5));
    Clip clip = ClipEncoder.encode(Tones.speech(440, 0.5, 300, 1000, 700, 22_050, marks), 0);

    float[] heard = Mp3Decoding.decode(clip.mp3());
    int onset = onset(heard);
    assertThat(clip.marks().getFirst().start()).isCloseTo(onset, within(8));
    assertThat(clip.marks()).extracting(Mark::textStart).containsExactly(0, 3);
    assertThat(clip.millis()).isBetween(1080, 1200);
  }

  @Test
  void gainRaisesTheLevelAndTheLimiterHoldsPeaksBelowOneDecibel() {
    Clip quiet = ClipEncoder.encode(Tones.speech(440, 0.1, 0, 1000, 0, 22_050, List.of()), 6);
    assertThat(Mp3Decoding.level(Mp3Decoding.decode(quiet.mp3()), 100, 900))
        .isCloseTo(20 * Math.log10(0.1 / Math.sqrt(2)) + 6, within(0.3));

    Clip loud = ClipEncoder.encode(Tones.speech(997, 0.9, 0, 1000, 0, 22_050, List.of()), 12);
    float[] heard = Mp3Decoding.decode(loud.mp3());
    assertThat(Loudness.truePeak(heard, Mp3Frames.SAMPLE_RATE)).isLessThanOrEqualTo(-0.9);
    assertThat(Mp3Decoding.level(heard, 200, 900)).isGreaterThan(-7);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 120, 180, 230})
  void aVoiceThatIsMuchTooLoudStaysBelowOneDecibelWhenItIsDecoded(int pitch) {
    Clip clip = ClipEncoder.encode(Tones.voice(pitch, 2000, 22_050), 14);
    float[] heard = Mp3Decoding.decode(clip.mp3());
    assertThat(Loudness.truePeak(heard, Mp3Frames.SAMPLE_RATE)).isLessThanOrEqualTo(-1.0);
    assertThat(Mp3Decoding.level(heard, 200, 1800)).isGreaterThan(-19);
  }

  @Test
  void silentSpeechIsRefused() {
    assertThatThrownBy(
            () -> ClipEncoder.encode(new Speech(new short[1000], 22_050, List.of(), true), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void clipsAndPausesJoinByPlainConcatenation() {
    Clip clip = ClipEncoder.encode(Tones.speech(440, 0.5, 0, 500, 0, 24_000, List.of()), 0);
    int frames = Clip.pauseFrames(clip.millis(), clip.soundEnd(), 480);
    byte[] pause = Mp3Frames.silence(frames);
    var joined = new byte[2 * clip.mp3().length + pause.length];
    System.arraycopy(clip.mp3(), 0, joined, 0, clip.mp3().length);
    System.arraycopy(pause, 0, joined, clip.mp3().length, pause.length);
    System.arraycopy(clip.mp3(), 0, joined, clip.mp3().length + pause.length, clip.mp3().length);

    float[] heard = Mp3Decoding.decode(joined);

    assertThat(heard.length / 24).isEqualTo(joined.length / Mp3Frames.BYTES * Mp3Frames.MILLIS);
    int secondOnset =
        clip.millis() + frames * Mp3Frames.MILLIS + onset(Mp3Decoding.decode(clip.mp3()));
    assertThat(secondOnset - clip.soundEnd()).isCloseTo(480, within(60));
    assertThat(Mp3Decoding.level(heard, clip.millis() + 24, clip.millis() + frames * 24))
        .isLessThan(-90);
    assertThat(Mp3Decoding.level(heard, secondOnset + 50, secondOnset + 400)).isGreaterThan(-12);
  }

  @Test
  void loudnessOfTheReferenceToneIsTheStandards() {
    // BS.1770-4: a 997 Hz sine at 0 dBFS in one channel measures -3.01 LUFS.
    float[] tone = Tones.sine(997, 0.1, 3000, 48_000);
    assertThat(Loudness.integrated(tone, 48_000)).isCloseTo(-23.01, within(0.1));
    assertThat(Loudness.integrated(Tones.sine(997, 0.1, 3000, 24_000), 24_000))
        .isCloseTo(-23.01, within(0.1));
    assertThat(Loudness.integrated(new float[48_000], 48_000)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static int onset(float[] heard) {
    int i = 0;
    while (Math.abs(heard[i]) < 0.02) {
      i++;
    }
    return i / 24;
  }
}
