package org.nangdok.language.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nangdok.data.VoicesFolder;
import org.nangdok.language.Instruction;
import org.nangdok.language.Languages;
import org.nangdok.language.TextRange;
import org.nangdok.language.english.EnglishLanguage;
import org.nangdok.language.korean.KoreanLanguage;

class SiteLexiconsTest {

  private static final KoreanLanguage KOREAN = new KoreanLanguage(VoicesFolder.shipped());
  private static final EnglishLanguage ENGLISH = new EnglishLanguage(VoicesFolder.shipped());

  @TempDir private Path folder;

  @Test
  void whatIsKeptIsThereAfterARestart() throws IOException {
    var lexicons = SiteLexicons.open(folder.resolve("sites"), KOREAN::check);
    lexicons.put("한빛 뉴스", LexiconFormat.TSV, "# ours\nABC\t에비씨\n");
    lexicons.add("한빛 뉴스", new UserLexicon.Entry("DEF", "", "데프"));

    var later = SiteLexicons.open(folder.resolve("sites"), KOREAN::check);
    assertThat(later.of("한빛 뉴스").orElseThrow().text()).startsWith("# ours\nABC");
    assertThat(later.words("한빛 뉴스").entries()).hasSize(2);
    assertThat(later.words("다른 곳").entries()).isEmpty();

    later.put("한빛 뉴스", LexiconFormat.PLS, pls("ABC", "에이비시"));
    try (var files = Files.list(folder.resolve("sites"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(later.remove("한빛 뉴스")).isTrue();
    assertThat(SiteLexicons.open(folder.resolve("sites"), KOREAN::check).all()).isEmpty();
  }

  @Test
  void aSitesWordsComeBeforeThoseForAll() {
    var lexicons = SiteLexicons.open(folder, KOREAN::check);
    lexicons.put("all", LexiconFormat.TSV, "ABC\t가나\nXYZ\t다라\n");
    lexicons.put("kbs", LexiconFormat.TSV, "ABC\t마바\n");
    var languages =
        new Languages(List.of(KOREAN, ENGLISH), lexicons, tag -> java.util.Optional.empty());
    assertThat(read(languages.of("KBS"), "ABC XYZ")).isEqualTo("마바 다라");
    assertThat(read(languages.of(null), "ABC XYZ")).isEqualTo("가나 다라");
    assertThat(languages.of("KBS").byTag("en").orElseThrow().read("ABC news").spoken())
        .isEqualTo(ENGLISH.read("ABC news").spoken());
  }

  @Test
  void aBadWordIsRefusedAndTheOldLexiconStays() {
    var lexicons = SiteLexicons.open(folder, KOREAN::check);
    lexicons.put("kbs", LexiconFormat.TSV, "ABC\t가나\n");
    assertThatThrownBy(() -> lexicons.put("kbs", LexiconFormat.TSV, "ABC\t가나\nD\t☂\n"))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("kbs.tsv:2");
    assertThatThrownBy(() -> lexicons.put("../x", LexiconFormat.TSV, "ABC\t가나\n"))
        .isInstanceOf(LexiconException.class);
    assertThat(lexicons.words("kbs").entries()).hasSize(1);
  }

  @Test
  void aBadFileStopsTheStartAndIsNamed() throws IOException {
    Files.writeString(folder.resolve("kbs.tsv"), "ABC\t가나\nDEF\n");
    assertThatThrownBy(() -> SiteLexicons.open(folder, KOREAN::check))
        .hasMessageContaining("kbs.tsv:2");
  }

  @Test
  void instructionsOfATextReachTheirSentences() {
    String text = "첫 문장이다. 코드는 119다.";
    var asked = List.of(new Instruction(12, 15, Instruction.Kind.SAY_AS, "digits"));
    List<TextRange> sentences = KOREAN.sentences(text);
    assertThat(Instruction.within(asked, sentences.getFirst())).isEmpty();
    TextRange second = sentences.get(1);
    assertThat(KOREAN.read(second.of(text), Instruction.within(asked, second)).spoken())
        .isEqualToIgnoringWhitespace("코드는 일일구다");
  }

  @Test
  void englishFollowsInstructionsToo() {
    var asked =
        List.of(
            new Instruction(0, 3, Instruction.Kind.SUB, "National Weather Service"),
            new Instruction(10, 13, Instruction.Kind.SAY_AS, "digits"));
    assertThat(ENGLISH.read("NWS calls 911 now", asked).spoken())
        .isEqualTo("National Weather Service calls nine one one now");
  }

  private static String read(Languages languages, String text) {
    return languages.byTag("ko").orElseThrow().read(text).spoken();
  }

  private static String pls(String word, String alias) {
    return "<lexicon xmlns=\"http://www.w3.org/2005/01/pronunciation-lexicon\"><lexeme><grapheme>"
        + word
        + "</grapheme><alias>"
        + alias
        + "</alias></lexeme></lexicon>";
  }
}
