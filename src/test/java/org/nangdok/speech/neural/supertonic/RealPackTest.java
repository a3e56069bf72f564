package org.nangdok.speech.neural.supertonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.script.Gender;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.Utterances;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.Voice;

/** The published small files, and the whole pack where a machine has it. */
class RealPackTest {

  @TempDir private Path folder;

  /** The small files of the published pack with our graphs of the same shapes. */
  @Test
  void publishedFilesFitGraphsOfThePublishedShapes() throws IOException {
    Path published = published();
    copy(published.resolve("tts.json"), folder.resolve("tts.json"));
    copy(published.resolve("unicode_indexer.json"), folder.resolve("unicode_indexer.json"));
    Files.createDirectories(folder.resolve("voice_styles"));
    try (var styles = Files.list(published.resolve("voice_styles"))) {
      for (Path style : styles.toList()) {
        copy(style, folder.resolve("voice_styles").resolve(style.getFileName().toString()));
      }
    }
    SmallPack.graphs(folder);
    try (var engine = SupertonicEngine.open(folder, 5, 1)) {
      assertThat(engine.speakers())
          .containsExactly("F1", "F2", "F3", "F4", "F5", "M1", "M2", "M3", "M4", "M5");
      Speech speech = engine.speak(Utterances.of("강변에 나무를", "supertonic", "F3", Delivery.PLAIN));
      assertThat(speech.marks()).hasSize(2);
      assertThat(speech.samples()).isNotEmpty();
    }
  }

  @Test
  void koreanAndEnglishLettersAllHaveTokens() {
    CharacterIndex index = CharacterIndex.read(published().resolve("unicode_indexer.json"));

    String korean = ModelText.tagged(ModelText.clean("값이 꽤 올랐다고, 정말? 네!"), "ko");
    String english = ModelText.tagged(ModelText.clean("It's half past nine; isn't it?"), "en");
    assertThat(index.tokens(korean).leftOut()).isZero();
    assertThat(index.tokens(english).leftOut()).isZero();
    assertThat(index.tokens("[").leftOut()).isEqualTo(1);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "NANGDOK_SUPERTONIC_PACK", matches = ".+")
  void theRealPackSpeaksBothLanguages() {
    Path pack = Path.of(System.getenv("NANGDOK_SUPERTONIC_PACK"));
    try (var engine = SupertonicEngine.open(pack, SupertonicEngine.USUAL_STEPS, 2)) {
      for (String speaker : engine.speakers()) {
        Speech english = engine.speak(english("The harbour was closed for an hour.", speaker));
        Speech korean = engine.speak(korean("항구가 한 시간 동안 닫혔습니다.", speaker));
        for (Speech speech : List.of(english, korean)) {
          assertThat(speech.millis()).isBetween(1_000, 6_000);
          assertThat(Sound.activeLevel(speech.samples(), speech.sampleRate())).isGreaterThan(-40);
        }
      }
    }
  }

  private static Utterance english(String text, String speaker) {
    var language = new EnglishLanguage(VoicesFolder.shipped());
    return new Utterance(
        language.read(text), language.version(), voice(speaker), Delivery.PLAIN, Duration.ZERO);
  }

  private static Utterance korean(String text, String speaker) {
    var language = new KoreanLanguage(VoicesFolder.shipped());
    return new Utterance(
        language.read(text), language.version(), voice(speaker), Delivery.PLAIN, Duration.ZERO);
  }

  private static Voice voice(String speaker) {
    return new Voice(
        speaker, "supertonic", speaker, "1", "ko", Gender.FEMALE, speaker, "none", "none", 0);
  }

  private static Path published() {
    for (String place : List.of("../shared", "../../shared")) {
      Path folder = Path.of(place, "voice", "supertonic-3");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    assumeThat(false).as("the shared folder with the small files of Supertonic 3").isTrue();
    throw new IllegalStateException("not reached");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.write(to, Files.readAllBytes(from));
  }
}
