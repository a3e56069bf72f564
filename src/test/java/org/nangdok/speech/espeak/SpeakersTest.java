package org.nangdok.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.audio.ClipEncoder;
import org.nangdok.audio.Loudness;
import org.nangdok.audio.Mp3Decoding;
import org.nangdok.data.VoicesFolder;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Voice;

/** Every speaker, heard on sentences of the news. */
class SpeakersTest {

  /** Enough for a stable timbre; the measuring command takes all. */
  private static final List<String> SENTENCES = SampleNews.SENTENCES.subList(0, 3);

  @TempDir static Path data;

  private static EspeakEngine engine;
  private static final Map<String, List<KoreanSound>> SOUNDS = new LinkedHashMap<>();

  @BeforeAll
  static void speak() {
    engine = EspeakEngine.open(data, VoicesFolder.shipped());
    for (String speaker : engine.speakers()) {
      List<KoreanSound> sounds = new ArrayList<>();
      for (String sentence : SENTENCES) {
        sounds.add(engine.speak(SampleNews.plan(sentence), speaker, 1, 0));
      }
      SOUNDS.put(speaker, sounds);
    }
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void speakAsFastAsANewsReader() {
    SOUNDS.forEach(
        (speaker, sounds) -> {
          double syllables = sounds.stream().mapToInt(sound -> sound.syllables().size()).sum();
          double seconds =
              sounds.stream().mapToDouble(s -> s.samples().length / (double) s.sampleRate()).sum();
          assertThat(syllables / seconds).as(speaker).isBetween(4.5, 6.5);
        });
  }

  @Test
  void areEquallyLoudAndNotClipped() {
    List<Double> levels = new ArrayList<>();
    for (List<KoreanSound> sounds : SOUNDS.values()) {
      levels.add(
          sounds.stream()
              .mapToDouble(sound -> Sound.activeLevel(sound.samples(), sound.sampleRate()))
              .average()
              .orElseThrow());
      sounds.forEach(sound -> assertThat(Sound.peak(sound.samples())).isLessThan(32_000));
    }

    double quietest = levels.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    assertThat(levels).allSatisfy(level -> assertThat(level).isLessThan(quietest + 1.0));
  }

  /** BS.1770 after gain, limiter and MP3; the house level is -19 LUFS. */
  @Test
  void areEquallyLoudAsListenersHearThem() {
    for (Voice voice : Catalogue.read(VoicesFolder.shipped()).speaking("ko")) {
      var all = new float[0];
      for (KoreanSound sound : Objects.requireNonNull(SOUNDS.get(voice.engineVoice()))) {
        var speech = new Speech(sound.samples(), sound.sampleRate(), List.of(), true);
        float[] heard = Mp3Decoding.decode(ClipEncoder.encode(speech, voice.gain()).mp3());
        int before = all.length;
        all = Arrays.copyOf(all, before + heard.length);
        System.arraycopy(heard, 0, all, before, heard.length);
      }

      assertThat(Loudness.integrated(all, 24_000)).as(voice.id()).isCloseTo(-19, within(.5));
    }
  }

  @Test
  void areNowhereSilentInsideAWord() {
    SOUNDS.forEach(
        (speaker, sounds) -> {
          for (KoreanSound sound : sounds) {
            for (KoreanSound.Times times : sound.syllables()) {
              int peak = 0;
              for (int i = times.start(); i < times.end(); i++) {
                peak = Math.max(peak, Math.abs(sound.samples()[i]));
              }
              assertThat(peak).as(speaker).isGreaterThan(700);
            }
          }
        });
  }

  /** Two speakers are further apart than one speaker's sentences are from each other. */
  @Test
  void areToldApart() {
    double own = 0;
    List<Timbre> timbres = new ArrayList<>();
    for (List<KoreanSound> sounds : SOUNDS.values()) {
      List<short[]> samples = sounds.stream().map(KoreanSound::samples).toList();
      timbres.add(Timbre.of(samples, 22_050));
      Timbre some = Timbre.of(samples.subList(0, 1), 22_050);
      own = Math.max(own, some.distance(Timbre.of(samples.subList(1, 3), 22_050)));
    }
    for (int i = 0; i < timbres.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(timbres.get(i).distance(timbres.get(j))).isGreaterThan(1.5 * own);
      }
    }
  }

  @Test
  void singTheTonesAndKeepTheLengthsThatWerePlanned() throws Exception {
    for (String speaker : List.of("finf2", "finm1")) {
      List<Melody> melodies = new ArrayList<>();
      for (int i = 0; i < SENTENCES.size(); i++) {
        melodies.add(
            Melody.of(
                SampleNews.plan(SENTENCES.get(i)),
                Objects.requireNonNull(SOUNDS.get(speaker)).get(i),
                MeasureKorean.referenceHertz(speaker)));
      }

      assertThat(Melody.semitones(melodies)).isLessThan(.5);
      assertThat(Melody.lengthening(melodies, true)).isCloseTo(0, within(.15));
      assertThat(Melody.lengthening(melodies, false)).isCloseTo(0, within(.1));
    }
  }

  @Test
  void speakHigherWhenAsked() throws Exception {
    List<Phrase> plan = SampleNews.plan(SENTENCES.getFirst());
    double reference = MeasureKorean.referenceHertz("finm1");

    Melody higher = Melody.of(plan, engine.speak(plan, "finm1", 1, 2), reference);

    assertThat(Melody.bias(List.of(higher))).isCloseTo(2, within(.4));
  }
}
