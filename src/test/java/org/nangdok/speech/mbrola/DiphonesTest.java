package org.nangdok.speech.mbrola;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.speech.korean.Phrase;
import org.nangdok.speech.korean.Prosody;
import org.nangdok.speech.korean.Syllable;

/** Every pair of sounds that Korean has can be said with the real database. */
class DiphonesTest {

  private static final String ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  private static final String CODAS = " ㄱㄴㄷㄹㅁㅂㅇ";

  @TempDir Path folder;

  @Test
  void nothingIsMissingInsideOrBetweenPhrases() {
    Assumptions.assumeTrue(
        MbrolaEngine.isPresent(MbrolaEngineTest.PROGRAM, MbrolaEngineTest.DATABASE),
        "This machine has no mbrola with the database hn1.");
    var program =
        new MbrolaProgram(
            MbrolaEngineTest.PROGRAM, MbrolaEngineTest.DATABASE, folder, Duration.ofSeconds(20));
    var diphones = new Diphones();
    for (Boundary boundary : List.of(Boundary.WORD, Boundary.ACCENTUAL, Boundary.INTONATIONAL)) {
      List<Phone> phones = diphones.speakable(HanmalPhones.of(everything(boundary), 1, 0));

      MbrolaProgram.Result result = program.run(phones, 16 * (int) HanmalPhones.millis(phones));

      assertThat(result.missing()).as(boundary.name()).isEmpty();
    }
  }

  @Test
  void aSentenceStaysAsLongWithoutItsMissingPairs() {
    List<Phone> written = HanmalPhones.of(everything(Boundary.ACCENTUAL), 1, 0);

    List<Phone> speakable = new Diphones().speakable(written);

    assertThat(speakable).hasSizeGreaterThan(written.size());
    assertThat(HanmalPhones.millis(speakable))
        .isCloseTo(HanmalPhones.millis(written), org.assertj.core.data.Offset.offset(.001));
    assertThat(HanmalPhones.times(speakable, 16_000))
        .hasSize(
            everything(Boundary.WORD).stream()
                .flatMap(phrase -> phrase.accentual().stream())
                .mapToInt(List::size)
                .sum());
  }

  /**
   * Words of two syllables: each coda before each onset before each vowel, and a boundary after.
   */
  private static List<Phrase> everything(Boundary boundary) {
    var words = new ArrayList<Prosody.Word>();
    int turn = 0;
    for (char coda : CODAS.toCharArray()) {
      for (char onset : ONSETS.toCharArray()) {
        for (char vowel : VOWELS.toCharArray()) {
          char before = VOWELS.charAt(turn++ % VOWELS.length());
          words.add(
              new Prosody.Word(
                  List.of(
                      new Syllable('ㅇ', vowel, Syllable.NO_CODA), new Syllable('ㅁ', before, coda)),
                  boundary));
          words.add(
              new Prosody.Word(
                  List.of(new Syllable(onset, vowel, coda), new Syllable('ㅇ', before, ' ')),
                  Boundary.ACCENTUAL));
        }
      }
    }
    return Prosody.plan(words, Reading.Kind.STATEMENT);
  }
}
