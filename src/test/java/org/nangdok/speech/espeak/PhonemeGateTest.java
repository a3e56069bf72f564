package org.nangdok.speech.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;

/** What the library says it spoke against what it was given: at most one phoneme in 200 differs. */
class PhonemeGateTest {

  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String CODAS = "ㄱㄴㄷㄹㅁㅂㅇ";
  private static final int A_PHRASE = 5;
  private static final int A_CLAUSE = 20;

  @TempDir static Path data;

  private static Espeak espeak;
  private static int phonemes;
  private static int unexpected;

  @BeforeAll
  static void open() {
    espeak = Espeak.open(data, VoicesFolder.shipped());
  }

  @AfterAll
  static void close() {
    espeak.close();
  }

  @Test
  void everySyllableOfTheNewsIsSpokenAsItIsWritten() {
    for (String sentence : SampleNews.SENTENCES) {
      SampleNews.plan(sentence).stream()
          .flatMap(phrase -> Clauses.split(phrase.accentual()).stream())
          .forEach(PhonemeGateTest::speak);
    }
    holds(600);
  }

  @Test
  void everyOnsetWithEveryVowelAndEveryCodaIsSpokenAsItIsWritten() {
    var syllables = new ArrayList<Syllable>();
    for (char onset : ONSETS.toCharArray()) {
      for (char vowel : VOWELS.toCharArray()) {
        syllables.add(new Syllable(onset, vowel, Syllable.NO_CODA));
      }
    }
    for (char coda : CODAS.toCharArray()) {
      for (char vowel : VOWELS.toCharArray()) {
        syllables.add(new Syllable('ㅁ', vowel, coda));
      }
    }
    for (int from = 0; from < syllables.size(); from += A_CLAUSE) {
      List<Syllable> clause = syllables.subList(from, Math.min(syllables.size(), from + A_CLAUSE));
      var words = new ArrayList<Prosody.Word>();
      for (int at = 0; at < clause.size(); at += A_PHRASE) {
        words.add(
            new Prosody.Word(
                clause.subList(at, Math.min(clause.size(), at + A_PHRASE)), Boundary.ACCENTUAL));
      }
      Prosody.plan(words, Reading.Kind.STATEMENT).forEach(phrase -> speak(phrase.accentual()));
    }
    holds(1_000);
  }

  private static void speak(List<List<Target>> phrases) {
    var speaker = new Speaker("finf1", 78);
    var clause = espeak.alone(() -> new KoreanSpeaker(espeak).speakClause(phrases, speaker, 1));
    List<Target> targets = phrases.stream().flatMap(List::stream).toList();
    assertThat(clause.alignment().times()).hasSameSizeAs(targets);
    for (List<Target> phrase : phrases) {
      phonemes +=
          PhonemeSpelling.ESPEAK.spell(phrase.stream().map(Target::syllable).toList()).stream()
              .mapToInt(spelled -> spelled.phonemes().size())
              .sum();
    }
    unexpected += clause.alignment().unexpected();
  }

  private static void holds(int least) {
    assertThat(phonemes).isGreaterThan(least);
    assertThat((double) unexpected / phonemes).isLessThanOrEqualTo(.005);
    phonemes = 0;
    unexpected = 0;
  }
}
