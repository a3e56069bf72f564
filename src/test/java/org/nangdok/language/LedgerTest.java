package org.nangdok.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;
import org.nangdok.language.other.OtherLanguages;

/** No letter, digit or sign of any text is lost without standing in the account. */
class LedgerTest {

  private static final Language KOREAN = new KoreanLanguage(VoicesFolder.shipped());
  private static final List<Language> LANGUAGES =
      List.of(
          KOREAN,
          new EnglishLanguage(VoicesFolder.shipped()),
          new OtherLanguages().byTag("de").orElseThrow(),
          new OtherLanguages().byTag("ru").orElseThrow());

  /** Reading a text without a character must change what is said, or the character is listed. */
  @Test
  void aListedCharacterIsSilentAndASilentOneIsListed() throws IOException {
    Path klue = Path.of("../shared/korean/klue.txt");
    assumeThat(klue).as("../shared isn't here").exists();
    List<String> lost = new ArrayList<>();
    for (String sentence : Files.readAllLines(klue)) {
      Reading reading = KOREAN.read(sentence);
      check(reading);
      lost.addAll(silent(sentence, reading));
    }
    assertThat(lost).isEmpty();
  }

  /**
   * Digits are left aside: 만 and 1만 are said alike. So are brackets with a space in them, and
   * U+119E, which stands for a middle dot.
   */
  private static List<String> silent(String sentence, Reading reading) {
    List<String> lost = new ArrayList<>();
    for (int at = 0; at < sentence.length(); at++) {
      char c = sentence.charAt(at);
      boolean sure = c < 0x80 || c >= '가' && c <= '힣' || "▲▼△".indexOf(c) >= 0;
      boolean meaning = Character.isLetter(c) || Character.getType(c) == Character.MATH_SYMBOL;
      int place = at;
      boolean listed =
          reading.unspoken().stream().anyMatch(u -> u.start() <= place && place < u.end());
      if (sure || !meaning || listed || "~∼～\u119E".indexOf(c) >= 0) {
        continue;
      }
      String without = sentence.substring(0, at) + sentence.substring(at + 1);
      if (plain(KOREAN.read(without)).equals(plain(reading))) {
        lost.add(c + " at " + at + " of " + sentence);
      }
    }
    return lost;
  }

  private static String plain(Reading reading) {
    return reading.spoken().replace(" ", "");
  }

  @Test
  void everyCharacterOfUnicodeIsSpokenOrListed() {
    var sentence = new StringBuilder();
    for (int block = 0; block < 0x110; block++) {
      for (int low = 0; low < 0x1000; low += block < 0x20 ? 7 : 211) {
        int c = block * 0x1000 + low;
        if (c <= Character.MAX_CODE_POINT) {
          sentence.appendCodePoint(c).append(low % 3 == 0 ? " " : "");
        }
      }
      for (Language language : LANGUAGES) {
        check(language.read(sentence + "가 3" + sentence));
      }
      sentence.setLength(0);
    }
  }

  @Test
  void randomMixturesAreSpokenOrListed() {
    var random = new Random(20261130);
    String signs = "가나다ABC0123456789 .,%→▲▼≥²₂日美(反)ありЖяαω$€~-()ㅋㅋ<>=√½①🙂\u0301\ud83d";
    for (int round = 0; round < 2_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      for (Language language : LANGUAGES) {
        check(language.read(text.toString()));
      }
    }
  }

  /** Ranges lie in the sentence, and what no word covers is listed if it means anything. */
  private static void check(Reading reading) {
    String text = reading.text();
    var covered = new BitSet();
    for (SpokenWord word : reading.words()) {
      assertThat(word.spoken()).as(text).isNotBlank();
      assertThat(word.start()).as(text).isNotNegative().isLessThan(word.end());
      assertThat(word.end()).as(text).isLessThanOrEqualTo(text.length());
      covered.set(word.start(), word.end());
    }
    reading.unspoken().forEach(part -> covered.set(part.start(), part.end()));
    for (int at = 0; at < text.length(); at++) {
      if (Character.isLetterOrDigit(text.codePointAt(at))) {
        assertThat(covered.get(at)).as("%s at %s", text, at).isTrue();
      }
    }
  }
}
