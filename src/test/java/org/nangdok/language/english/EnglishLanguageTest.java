package org.nangdok.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Boundary;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.lexicon.TsvFile;
import org.nangdok.language.lexicon.UserLexicon;

class EnglishLanguageTest {

  private static final EnglishLanguage ENGLISH = new EnglishLanguage(VoicesFolder.shipped());

  @TestFactory
  Stream<DynamicTest> readsWhatWasWrittenBlind() throws IOException {
    try (var in = EnglishLanguageTest.class.getResourceAsStream("blind.tsv")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TsvFile.parse("blind.tsv", text).rows().stream()
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row.field(0),
                      () ->
                          assertThat(plain(ENGLISH.read(row.field(0)).spoken()))
                              .isIn(
                                  Arrays.stream(row.field(1).split("\\|"))
                                      .map(EnglishLanguageTest::plain)
                                      .toList())));
    }
  }

  private static String plain(String spoken) {
    return spoken.toLowerCase(Locale.ROOT).replaceAll("[^a-z']+", " ").strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It cost $1,234.50. | It cost one thousand two hundred thirty four dollars and fifty cents",
        "a $2.5 billion deal | a two point five billion dollars deal",
        "£30m | thirty million pounds",
        "March 3, 2021 | March third twenty twenty one",
        "5 May 1999 | May fifth nineteen ninety nine",
        "2024-01-09 | January ninth twenty twenty four",
        "in 2005 | in two thousand five",
        "in 1905 | in nineteen oh five",
        "the 1990s | the nineteen nineties",
        "at 7:05 p.m. | at seven oh five pea em",
        "at 9:00 | at nine o'clock",
        "21st place | twenty first place",
        "2/3 of it | two thirds of it",
        "3.5% | three point five percent",
        "up 8.2GW | up eight point two gigawatts",
        "1 kg | one kilogram",
        "-5°C | minus five degrees celsius",
        "10-20 times | ten to twenty times",
        "Dr. Smith | doctor Smith",
        "the U.S. army | the you ess army",
        "BBC | bee bee see",
        "NATO | nato",
        "AT&T | ay tea and tea",
        "F-16 | eff sixteen",
        "CEOs | see ee oh's",
        "state-of-the-art | state of the art",
        "1,000,000 | one million",
      })
  void readsPlainWords(String written, String spoken) {
    assertThat(ENGLISH.read(written).spoken()).isEqualTo(spoken);
  }

  @Test
  void doesNotEndSentencesAtAbbreviations() {
    String text = "Dr. Kim met Mr. Lee. They talked about 3.5 million people.";
    assertThat(ENGLISH.sentences(text))
        .extracting(range -> range.of(text))
        .containsExactly("Dr. Kim met Mr. Lee.", "They talked about 3.5 million people.");
  }

  @Test
  void keepsTheRangeOfEachReading() {
    List<SpokenWord> words = ENGLISH.read("He won $20, twice.").words();
    assertThat(words)
        .extracting(SpokenWord::spoken)
        .containsExactly("He", "won", "twenty", "dollars", "twice");
    assertThat(words.get(3).start()).isEqualTo(7);
    assertThat(words.get(3).end()).isEqualTo(10);
    assertThat(words.get(3).boundary()).isEqualTo(Boundary.INTONATIONAL);
    assertThat(words.getLast().boundary()).isEqualTo(Boundary.UTTERANCE);
  }

  @Test
  void tellsQuestionsApart() {
    assertThat(ENGLISH.read("Why now?").kind()).isEqualTo(Reading.Kind.WH_QUESTION);
    assertThat(ENGLISH.read("Is it true?").kind()).isEqualTo(Reading.Kind.YES_NO_QUESTION);
  }

  @Test
  void putsTheUsersWordsFirst() {
    var lexicon = UserLexicon.ofTsv("site.tsv", "IMF\tthe Fund\n");
    assertThat(ENGLISH.with(lexicon).read("IMF data").spoken()).isEqualTo("the Fund data");
    assertThat(ENGLISH.with(lexicon).version()).isNotEqualTo(ENGLISH.version());
  }

  @Test
  void answersToEveryUnicodeInput() {
    var random = new Random(3);
    for (int round = 0; round < 300; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(50); i > 0; i--) {
        text.append(
            random.nextInt(3) == 0
                ? (char) random.nextInt(0x10000)
                : (char) (32 + random.nextInt(95)));
      }
      int last = 0;
      for (SpokenWord word : ENGLISH.read(text.toString()).words()) {
        assertThat(word.start()).isGreaterThanOrEqualTo(last);
        assertThat(word.end()).isLessThanOrEqualTo(text.length());
        assertThat(word.spoken()).matches("[\\p{IsLatin}']+");
        last = word.start();
      }
    }
  }
}
