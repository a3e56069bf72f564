package org.nangdok.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.BlindLists;
import org.nangdok.language.Boundary;
import org.nangdok.language.Explanation;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.lexicon.TsvFile;
import org.nangdok.language.lexicon.UserLexicon;

class EnglishLanguageTest {

  private static final EnglishLanguage ENGLISH = new EnglishLanguage(VoicesFolder.shipped());

  @TestFactory
  Stream<DynamicTest> readsWhatWasWrittenBlind() throws IOException {
    return Stream.of(items("blind.tsv"), items("blind-2.tsv"), items("blind-3.tsv"))
        .flatMap(items -> items);
  }

  private static Stream<DynamicTest> items(String file) throws IOException {
    try (var in = EnglishLanguageTest.class.getResourceAsStream(file)) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return TsvFile.parse(file, text).rows().stream()
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row.field(0),
                      () ->
                          assertThat(BlindLists.english(ENGLISH.read(row.field(0)).spoken()))
                              .isIn(
                                  Arrays.stream(row.field(1).split("\\|"))
                                      .map(BlindLists::english)
                                      .toList())));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It cost $1,234.50. | It cost one thousand two hundred thirty four dollars and fifty cents",
        "a $2.5 billion deal | a two point five billion dollar deal",
        "£30m | thirty million pounds",
        "March 3, 2021 | March third twenty twenty one",
        "5 May 1999 | May fifth nineteen ninety nine",
        "2024-01-09 | January ninth twenty twenty four",
        "in 2005 | in two thousand five",
        "in 1905 | in nineteen oh five",
        "the 1990s | the nineteen nineties",
        "at 7:05 p.m. | at seven oh five P M",
        "at 9:00 | at nine o'clock",
        "21st place | twenty first place",
        "2/3 of it | two thirds of it",
        "3.5% | three point five percent",
        "up 8.2GW | up eight point two gigawatts",
        "1 kg | one kilogram",
        "-5°C | minus five degrees celsius",
        "10-20 times | ten to twenty times",
        "Dr. Smith | Doctor Smith",
        "the U.S. army | the U S army",
        "BBC | B B C",
        "NATO | NATO",
        "AT&T | A T and T",
        "F-16 | F sixteen",
        "CEOs | C E Os",
        "state-of-the-art | state of the art",
        "1,000,000 | one million",
      })
  void readsPlainWords(String written, String spoken) {
    assertThat(ENGLISH.read(written).spoken()).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the BBC | the bee bee see",
        "OPEC cut | opeck cut",
        "a WTO rule | a double-you tea oh rule",
        "CEOs met | see ee oh's met",
      })
  void respellsWhatEnginesWouldMisread(String written, String pronounced) {
    assertThat(ENGLISH.read(written).pronounced()).isEqualTo(pronounced);
  }

  @ParameterizedTest
  @MethodSource("evidence")
  void readsEveryExampleOfEvidence(TsvFile.Row row) {
    String example = row.field(6);
    if (example.contains(" = ")) {
      String[] sides = example.split(" = ", 2);
      assertThat(ENGLISH.read(sides[0]).spoken()).as(row.file() + row.line()).isEqualTo(sides[1]);
    } else {
      String[] sides = example.split(" ~ ", 2);
      assertThat(List.of(ENGLISH.read(sides[0]).pronounced().split(" ")))
          .as(row.file() + row.line())
          .contains(sides[1]);
    }
  }

  static List<TsvFile.Row> evidence() {
    return TsvFile.open(VoicesFolder.shipped(), "lexicon/en/evidence.tsv").rows().stream()
        .filter(row -> !row.field(0).startsWith("{"))
        .toList();
  }

  /** The respelling that stands beside the sound in the list of homographs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "She has read the report. | red",
        "They read the news every day. | reed",
        "The pipes were made of lead. | led",
        "He took the lead in the race. | leed",
        "They wind the clock each night. | wined",
        "The show was broadcast live from Rome. | lyve",
        "Many people live in the city. | liv",
        "The two houses are close to each other. | close",
        "They will close the store. | cloze",
        "A tear ran down her cheek. | teer",
        "They plan to tear down the bridge. | tare",
        "Fresh produce is expensive. | proh-doose",
        "The army will desert the base. | dessert",
        "They record every call. | ree-cord",
        "The bass player left. | base"
      })
  void tellsHomographsApart(String sentence, String sound) {
    assertThat(List.of(ENGLISH.read(sentence).pronounced().split(" "))).contains(sound);
  }

  @Test
  void tellsWhatWasWeighed() {
    Explanation explanation = ENGLISH.explain("She has read it.");
    assertThat(explanation.choices()).hasSize(1);
    Explanation.Choice choice = explanation.choices().getFirst();
    assertThat(choice.written()).isEqualTo("read");
    assertThat(choice.read().evidence()).isNotEmpty();
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
