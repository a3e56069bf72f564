package org.nangdok.language.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Instruction;
import org.nangdok.language.korean.KoreanLanguage;

class UserLexiconTest {

  private static final KoreanLanguage KOREAN = new KoreanLanguage(VoicesFolder.shipped());

  @Test
  void readsAliasesAndPronunciationsFromTsv() {
    var lexicon = UserLexicon.ofTsv("site.tsv", "# own words\nABC\t에비씨\n물건\t\t물껀\n");
    KoreanLanguage own = KOREAN.with(lexicon);
    assertThat(own.read("ABC는 좋다").spoken()).isEqualTo("에비씨는 좋다");
    assertThat(own.read("물건이 있다").pronounced()).startsWith("물꺼니");
    assertThat(KOREAN.read("물건이 있다").pronounced()).startsWith("물거니");
    assertThat(own.version()).isNotEqualTo(KOREAN.version());
  }

  @Test
  void readsPlsWithAliasAndIpa() {
    var lexicon =
        pls(
            "<lexeme><grapheme>NDK</grapheme><alias>낭독</alias></lexeme>"
                + "<lexeme><grapheme>GMO</grapheme><phoneme>tɕi em o</phoneme></lexeme>");
    KoreanLanguage own = KOREAN.with(lexicon);
    assertThat(own.read("NDK 서비스").spoken()).isEqualTo("낭독 서비스");
    assertThat(own.read("GMO 식품").pronounced()).startsWith("지에모");
  }

  @Test
  void refusesDocumentTypesAndTellsTheLine() {
    String evil =
        "<!DOCTYPE lexicon [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
            + "<lexicon xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\">"
            + "<lexeme><grapheme>A</grapheme><alias>&x;</alias></lexeme></lexicon>";
    assertThatThrownBy(() -> UserLexicon.ofPls("evil.pls", stream(evil)))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("evil.pls");
    assertThatThrownBy(() -> pls("<lexeme><grapheme>A</grapheme></lexeme>"))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("alias or a phoneme");
    assertThatThrownBy(() -> UserLexicon.ofTsv("t.tsv", "가\t나\nA\n"))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("t.tsv:2");
  }

  @Test
  void honoursSsmlInstructions() {
    String sentence = "코드는 119이고 약은 2번이다";
    var digits = new Instruction(4, 7, Instruction.Kind.SAY_AS, "cardinal");
    assertThat(KOREAN.read(sentence, List.of(digits)).spoken()).contains("백십구");
    var sub = new Instruction(0, 2, Instruction.Kind.SUB, "암호");
    assertThat(KOREAN.read(sentence, List.of(sub)).spoken()).startsWith("암호는");
    var phoneme = new Instruction(10, 11, Instruction.Kind.PHONEME, "약");
    assertThat(KOREAN.read(sentence, List.of(phoneme)).spoken()).contains("약은");
    var spell = new Instruction(4, 7, Instruction.Kind.SAY_AS, "characters");
    assertThat(KOREAN.read(sentence, List.of(spell)).spoken()).contains("일일구");
  }

  private static UserLexicon pls(String lexemes) {
    return UserLexicon.ofPls(
        "own.pls",
        stream(
            "<lexicon version=\"1.0\" xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\""
                + " alphabet=\"ipa\" xml:lang=\"ko\">"
                + lexemes
                + "</lexicon>"));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
