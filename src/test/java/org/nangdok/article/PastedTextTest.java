package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PastedTextTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static final String REPORT =
      """
      [앵커]
      강변에 새 도서관이 문을 열었습니다.
      유바다 기자가 다녀왔습니다.
      [리포트]
      아침부터 긴 줄이 늘어섰습니다.
      [서하늘/주민 : "오래 기다렸어요."]
      하늘뉴스 유바다입니다.
      """;

  private static final String UNLABELLED =
      """
      강변에 새 도서관이 문을 열었습니다.
      유바다 기자가 다녀왔습니다.
      아침부터 긴 줄이 늘어섰습니다.
      [서하늘/주민 : "오래 기다렸어요."]
      하늘뉴스 유바다입니다.
      """;

  @Test
  void linesKeepTheirNumbersWithBlankOnesCounted() {
    Article article = extractor.fromText("강변 도서관 활짝\n\n입력 2024.03.05 (19:26)\n  \n도서관이 열렸습니다.");
    assertThat(article.title()).isEqualTo("강변 도서관 활짝");
    assertThat(article.paragraphs())
        .containsExactly(
            new Paragraph(0, "강변 도서관 활짝", Paragraph.Kind.HEADLINE),
            new Paragraph(4, "도서관이 열렸습니다.", Paragraph.Kind.BODY));
    assertThat(article.dropped()).containsExactly(new Dropped(2, "입력 2024.03.05 (19:26)", "date"));
  }

  @Test
  void droppedLinesAreVerbatim() {
    Article article = extractor.fromText("도서관이 열렸습니다.\n    ■  제보하기\r\n");
    assertThat(article.dropped()).containsExactly(new Dropped(1, "    ■  제보하기", "tip-off"));
  }

  @Test
  void theSecondCopyGoes() {
    Article article = extractor.fromText(REPORT + "\n더보기\n\n" + REPORT);
    assertThat(article.paragraphs()).hasSize(7);
    assertThat(article.paragraphs().getLast().line()).isEqualTo(6);
    assertThat(article.dropped()).filteredOn(d -> d.reason().equals("duplicate")).hasSize(7);
  }

  @Test
  void theLabelledCopyStaysWhereverItStands() {
    Article article = extractor.fromText(UNLABELLED + "\n" + REPORT);
    assertThat(article.paragraphs())
        .extracting(Paragraph::text)
        .containsExactly(REPORT.split("\n"));
    assertThat(article.paragraphs().getFirst().line()).isEqualTo(6);
  }

  @Test
  void shortAnswersThatComeTwiceStay() {
    String talk = "[앵커]\n그렇습니까?\n[기자]\n네, 그렇습니다.\n[앵커]\n정말입니까?\n[기자]\n네, 그렇습니다.";
    assertThat(extractor.fromText(talk).paragraphs()).hasSize(8);
  }

  @Test
  void theBylineIsTheNameWithoutTheAddress() {
    Article article = extractor.fromText("도서관이 열렸습니다.\n유바다 기자 (bada@example.com)");
    assertThat(article.byline()).isEqualTo("유바다");
  }

  @Test
  void textThatIsAllFurnitureIsRefused() {
    assertThatThrownBy(() -> extractor.fromText("■ 제보하기\n▷ 전화 : 02-000-0000"))
        .isInstanceOfSatisfying(
            ArticleException.class, e -> assertThat(e.code()).isEqualTo("article.empty"));
  }

  @Test
  void textThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> extractor.fromText("가".repeat(200_001)))
        .isInstanceOfSatisfying(
            ArticleException.class, e -> assertThat(e.code()).isEqualTo("article.too-long"));
  }

  @Test
  void theLanguageIsThatOfTheText() {
    assertThat(extractor.fromText("도서관이 열렸습니다.").language()).isEqualTo("ko");
    assertThat(extractor.fromText("The library has opened.").language()).isEqualTo("en");
    assertThat(extractor.fromText("Die Bücherei ist nicht mehr zu.").language()).isEqualTo("de");
    assertThat(extractor.fromText("図書館が開きました。").language()).isEqualTo("ja");
    assertThat(extractor.fromText("图书馆开门了。").language()).isEqualTo("zh");
  }
}
