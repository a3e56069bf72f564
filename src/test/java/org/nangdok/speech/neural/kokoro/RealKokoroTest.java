package org.nangdok.speech.neural.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.audio.Loudness;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Language;
import org.nangdok.language.Reading;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.speech.Engine;
import org.nangdok.speech.KoreanEngineContract;
import org.nangdok.speech.Mark;
import org.nangdok.speech.Sound;
import org.nangdok.speech.Speech;
import org.nangdok.speech.espeak.Phonemizer;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.speech.neural.RealPacks;
import org.nangdok.utterance.Utterance;
import org.nangdok.voice.Catalogue;
import org.nangdok.voice.Delivery;
import org.nangdok.voice.InstalledVoice;
import org.nangdok.voice.Voice;

/** The published network, where the machine has it. */
class RealKokoroTest extends KoreanEngineContract {

  private static final String PACK = "kokoro-82m";

  @TempDir static Path folder;

  private static Phonemizer phonemizer;
  private static KokoroEngine engine;

  @BeforeAll
  static void open() {
    Path pack = RealPacks.folder(PACK);
    phonemizer = Phonemizer.open(folder);
    engine = new KokoroEngine(KokoroPack.open(pack, 2), phonemizer);
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
      phonemizer.close();
    }
  }

  @Override
  protected Engine engine() {
    return engine;
  }

  @Override
  protected String engineVoice() {
    return "jm_kumo, pitch 115";
  }

  @Override
  protected List<String> oddWords() {
    return List.of("house", "[[_::]]", "&lt;", "\0", "\ud800", "😀", "가나다라".repeat(10));
  }

  @Override
  protected Utterance utterance(String text, Delivery delivery) {
    Utterance plain = super.utterance(text, delivery);
    Reading reading = plain.reading();
    return new Utterance(
        new Reading(reading.text(), "ko", reading.kind(), reading.words()),
        plain.normaliser(),
        plain.voice(),
        delivery,
        plain.pauseAfter());
  }

  /** Everybody in the catalogue says a sentence as loud as all others, words where the sound is. */
  @Test
  void everyPersonSpeaks() {
    VoicesFolder voices = VoicesFolder.shipped();
    Language korean = new KoreanLanguage(voices);
    Language english = new EnglishLanguage(voices);
    List<InstalledVoice> people = Catalogue.read(voices).people(PACK, 1);
    assertThat(people).hasSizeGreaterThanOrEqualTo(20);
    for (InstalledVoice person : people) {
      Voice voice = person.voice();
      Speech speech =
          voice.language().equals("ko")
              ? say(voice, korean, "강변에 나무를 심었습니다.")
              : say(voice, english, "Trees were planted by the river.");
      double whole = Sound.activeLevel(speech.samples(), speech.sampleRate());
      assertThat(speech.marks()).as(voice.id()).hasSizeGreaterThan(2);
      assertThat(Loudness.integrated(speech) + voice.gain()).as(voice.id()).isBetween(-22.0, -16.5);
      for (Mark mark : speech.marks()) {
        short[] word =
            Arrays.copyOfRange(
                speech.samples(),
                mark.start() * speech.sampleRate() / 1000,
                mark.end() * speech.sampleRate() / 1000);
        assertThat(Sound.activeLevel(word, speech.sampleRate()))
            .as("%s at %s", voice.id(), mark)
            .isGreaterThan(whole - 20); // an unstressed "the" of 50 ms has 19
      }
    }
  }

  /** The network swallows the first sounds where it is given too little silence before them. */
  @ParameterizedTest
  @ValueSource(strings = {"나무를 심었습니다.", "국회가 열렸습니다.", "엄마가 옵니다.", "그림을 찾았습니다."})
  void theFirstWordIsHeardAsLoudAsTheOthers(String text) {
    Voice kumo = utterance(text, Delivery.PLAIN).voice();

    Speech speech = say(kumo, new KoreanLanguage(VoicesFolder.shipped()), text);

    Mark first = speech.marks().getFirst();
    short[] word = Arrays.copyOf(speech.samples(), first.end() * speech.sampleRate() / 1000);
    assertThat(Sound.activeLevel(word, speech.sampleRate()))
        .isGreaterThan(Sound.activeLevel(speech.samples(), speech.sampleRate()) - 5);
  }

  /** The network fills silence that is too long with a sound that is heard as a word. */
  @Test
  void nothingIsHeardBeforeTheFirstWord() {
    VoicesFolder voices = VoicesFolder.shipped();
    Language korean = new KoreanLanguage(voices);
    Language english = new EnglishLanguage(voices);
    for (InstalledVoice person : Catalogue.read(voices).people(PACK, 1)) {
      Voice voice = person.voice();
      Speech speech =
          voice.language().equals("ko")
              ? say(voice, korean, "국회가 열렸습니다.")
              : say(voice, english, "Police found the painting.");
      short[] before = Arrays.copyOf(speech.samples(), speech.sampleRate() / 50);
      assertThat(power(before))
          .as(voice.id())
          .isLessThan(Sound.activeLevel(speech.samples(), speech.sampleRate()) - 15);
    }
  }

  /** In decibels of full scale. */
  private static double power(short[] samples) {
    double sum = 1;
    for (short sample : samples) {
      sum += (double) sample * sample;
    }
    return 10 * Math.log10(sum / samples.length / 32768 / 32768);
  }

  /** A comma is heard longer than the end of a clause, as the prosody plans it. */
  @Test
  void eachPhraseHasThePauseThatIsPlanned() {
    Voice kumo = utterance("", Delivery.PLAIN).voice();
    Reading reading =
        new KoreanLanguage(VoicesFolder.shipped())
            .read("눈이 많이 내렸지만, 시민들은 아침 일찍부터 나와서 마을 길을 치우고 일터로 나갔습니다.");
    List<Phrase> plan = Prosody.plan(reading);
    assertThat(plan.stream().map(Phrase::pauseMillis).limit(plan.size() - 1L).distinct())
        .hasSizeGreaterThan(1);

    Speech speech = engine.speak(new Utterance(reading, "1", kumo, Delivery.PLAIN, Duration.ZERO));

    for (Phrase phrase : plan.subList(0, plan.size() - 1)) {
      int last = phrase.accentual().getLast().getLast().word();
      int rest = speech.marks().get(last + 1).start() - speech.marks().get(last).end();
      assertThat(rest).isBetween(phrase.pauseMillis() - 40, phrase.pauseMillis() + 60);
    }
  }

  private static Speech say(Voice voice, Language language, String text) {
    return engine.speak(
        new Utterance(
            language.read(text), language.version(), voice, Delivery.PLAIN, Duration.ZERO));
  }
}
