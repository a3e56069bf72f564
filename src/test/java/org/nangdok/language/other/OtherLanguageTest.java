package org.nangdok.language.other;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangdok.language.Boundary;
import org.nangdok.language.Explanation;
import org.nangdok.language.Instruction;
import org.nangdok.language.Language;
import org.nangdok.language.Reading;
import org.nangdok.language.SpokenWord;
import org.nangdok.language.TextRange;
import org.nangdok.language.lexicon.UserLexicon;

class OtherLanguageTest {

  private final OtherLanguages languages = new OtherLanguages();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Es kamen 1.234 Leute. | Es kamen eintausendzweihundertvierunddreißig Leute",
        "de | Das sind 3,5 % mehr. | Das sind drei Komma fünf Prozent mehr",
        "de | Im Jahr 1998 kostete es 20 €. | Im Jahr neunzehnhundertachtundneunzig kostete es zwanzig Euro",
        "de | -7 Grad am 12.05.2026 | minus sieben Grad am 12.05.2026",
        "fr | 21 personnes, 50 % de plus | vingt-et-un personnes cinquante pour cent de plus",
        "fr | L'homme a payé 2,50 €. | L'homme a payé deux virgule cinq zéro euros",
        "es | Un 5 % de 100 votos | Un cinco por ciento de cien votos",
        "it | 16 persone | sedici persone",
        "pt | em 1998 | em mil novecentos e noventa e oito",
        "tr | %5 ve 12 kişi | yüzde beş ve on iki kişi",
        "pl | 34 osoby | trzydzieści cztery osoby",
        "ru | 21 человек | двадцать один человек",
        "nl | 1 % | een procent",
        "no | 33 trær | trettitre trær",
        "sv | $20 | tjugo amerikanska dollar",
      })
  void numbersAreSpelledInTheLanguage(String tag, String text, String spoken) {
    assertThat(language(tag).read(text).spoken()).isEqualToIgnoringCase(spoken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A380", "007", "1.2.3", "10-12", "v2", "12345678901234567890", "192.168.0.1"})
  void whatIsNoCountStaysAsItIsWritten(String text) {
    assertThat(language("de").read(text).spoken()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Dr. Weber kam am 3. Mai. Er blieb z. B. lange. Gut! | 3",
        "fr | M. Dupont est là. Il parle ! | 2",
        "es | ¿Quién viene? El Sr. Pérez. | 2",
        "ja | 今日は晴れです。明日は雨です。 | 2",
        "hi | यह एक वाक्य है। यह दूसरा है। | 2",
        "ar | هل أنت هنا؟ نعم. | 2",
        "el | Έρχεται αύριο; Ναι. | 2",
      })
  void sentencesEndWhereTheLanguageEndsThem(String tag, String text, int count) {
    List<TextRange> sentences = language(tag).sentences(text);

    assertThat(sentences.stream().map(range -> range.of(text))).hasSize(count);
    assertThat(String.join("", sentences.stream().map(range -> range.of(text)).toList()))
        .isEqualToIgnoringWhitespace(text.replace(". E", ".E"))
        .hasSizeGreaterThan(3);
  }

  @Test
  void whereWordsAreNotSeparatedADictionaryDoesIt() {
    Reading reading = language("ja").read("今日は東京で百人が集まりました。");

    assertThat(reading.words().size()).isBetween(6, 12);
    assertThat(reading.spoken().replace(" ", "")).isEqualTo("今日は東京で百人が集まりました");
    assertThat(language("th").read("สวัสดีชาวโลก").words().size()).isGreaterThan(1);
  }

  @Test
  void everyWordTellsWhereItComesFromAndWhatFollows() {
    String text = "Nein, 12 Leute kamen.";
    List<SpokenWord> words = language("de").read(text).words();

    assertThat(words.stream().map(word -> text.substring(word.start(), word.end())))
        .containsExactly("Nein", "12", "Leute", "kamen");
    assertThat(words.getFirst().boundary()).isEqualTo(Boundary.INTONATIONAL);
    assertThat(words.getLast().boundary()).isEqualTo(Boundary.UTTERANCE);
  }

  @Test
  void aUsersWordsAndAnAuthorsComeFirst() {
    Language german =
        language("de")
            .with(
                new UserLexicon(
                    "words", List.of(new UserLexicon.Entry("EZB", "Europäische Zentralbank", ""))));

    assertThat(german.read("Die EZB, nicht die EZBX.").spoken())
        .isEqualTo("Die Europäische Zentralbank nicht die EZBX");
    assertThat(german.version()).isNotEqualTo(language("de").version());
    assertThat(
            german
                .read("Die EZB", List.of(new Instruction(4, 7, Instruction.Kind.SUB, "Bank")))
                .spoken())
        .isEqualTo("Die Bank");
  }

  @Test
  void theExplanationTellsWhichWordsWereWritten() {
    Explanation explanation = language("de").explain("5 % mehr");

    assertThat(explanation.spoken()).isEqualTo("fünf Prozent mehr");
    assertThat(explanation.steps()).singleElement().extracting("rule").isEqualTo("percentage");
    assertThat(explanation.words().getFirst().form()).isEqualTo("percentage");
    assertThat(explanation.words().getLast().form()).isEqualTo("word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "xx", "", "zzz", "1"})
  void whatNobodyKnowsIsNoLanguage(String tag) {
    assertThat(languages.byTag(tag)).isEmpty();
  }

  @Test
  void everythingGivesAnAnswer() {
    for (String tag : List.of("de", "ja", "ar", "hi", "th")) {
      for (String text :
          List.of(
              "",
              " ",
              "%",
              "€",
              "-",
              "\ud800",
              "\u0000",
              "9".repeat(5_000),
              "ä".repeat(5_000),
              "1,".repeat(3_000))) {
        Language language = language(tag);
        assertThat(language.read(text).words()).isNotNull();
        assertThat(language.sentences(text)).isNotNull();
      }
    }
  }

  private Language language(String tag) {
    return languages.byTag(tag).orElseThrow();
  }
}
