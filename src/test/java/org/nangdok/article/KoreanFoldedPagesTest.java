package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Korean pages that fold text away, in the forms of their own frameworks. */
class KoreanFoldedPagesTest {

  private static final List<String> FIRST =
      List.of("장독대는 햇볕이 잘 들고 바람이 통하는 곳에 두어야 합니다.", "비가 오기 전에는 뚜껑을 덮고, 갠 날 아침에는 다시 열어 둡니다.");
  private static final List<String> SECOND =
      List.of("메주는 정월에 담그면 소금이 덜 들고 벌레도 꾀지 않습니다.", "소금물의 농도는 달걀을 띄워 보면 동전만큼 떠오를 때가 알맞습니다.");
  private static final String LEAD = "할머니들이 지켜 온 장 담그기를 마을 사람들에게 물었습니다.";
  private static final List<String> WHOLE =
      List.of(
          LEAD, "언제 여나요?", FIRST.get(0), FIRST.get(1), "언제 담그나요?", SECOND.get(0), SECOND.get(1));

  private final ArticleExtractor extractor = new ArticleExtractor();

  private List<String> read(String text) {
    String page =
        "<html lang='ko'><head><title>장 담그는 마을 - 들녘신문</title></head><body><header><nav><button aria-controls='gnb'>전체메뉴</button>"
            + "<ul id='gnb' hidden><li><a href='/a'>정치</a></li><li><a href='/b'>경제</a></li><li><a href='/c'>사회</a></li></ul></nav></header>"
            + "<main><article><h1>장 담그는 마을</h1><p>"
            + LEAD
            + "</p>"
            + text
            + "</article></main><footer><p>저작권자 ⓒ 들녘신문 무단전재 및 재배포 금지</p></footer></body></html>";
    return extractor.fromHtml(page, "https://example.org/jang").body().stream()
        .map(Paragraph::text)
        .toList();
  }

  private static String paragraphs(List<String> lines) {
    return lines.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
  }

  private static String sections(String form) {
    return form.replace("N", "1").replace("질문", "언제 여나요?").replace("대답", paragraphs(FIRST))
        + form.replace("N", "2").replace("질문", "언제 담그나요?").replace("대답", paragraphs(SECOND));
  }

  @Test
  void anAccordionOfBootstrapIsRead() {
    assertThat(
            read(
                "<div class='accordion'>"
                    + sections(
                        "<div class='accordion-item'><h3 class='accordion-header'><button class='accordion-button collapsed' type='button'"
                            + " data-bs-toggle='collapse' data-bs-target='#cN' aria-expanded='false' aria-controls='cN'>질문</button></h3>"
                            + "<div id='cN' class='accordion-collapse collapse'><div class='accordion-body'>대답</div></div></div>")
                    + "</div>"))
        .isEqualTo(WHOLE);
  }

  @Test
  void whatDetailsFoldIsRead() {
    assertThat(read(sections("<details><summary>질문</summary>대답</details>"))).isEqualTo(WHOLE);
  }

  @Test
  void aListOfQuestionsWhosePanelsAreHiddenIsRead() {
    assertThat(
            read(
                "<dl class='faq'>"
                    + sections(
                        "<dt><h4><a href='#aN' role='button' aria-controls='aN' aria-expanded='false'>질문</a></h4></dt>"
                            + "<dd id='aN' style='display: none'>대답</dd>")
                    + "</dl>"))
        .isEqualTo(WHOLE);
  }

  /** {@code aria-controls} is a list of ids (WAI-ARIA 1.2, 6.6). */
  @Test
  void oneButtonThatOpensSeveralPanelsOpensAll() {
    String text =
        "<h3><button aria-controls='p1  p2'>모두 펼치기</button></h3>"
            + sections("<div id='pN' role='region' hidden><h4>질문</h4>대답</div>");
    assertThat(read(text)).containsSubsequence(WHOLE);
  }

  @Test
  void tabsOfAListAreRead() {
    String tabs =
        "<ul role='tablist'><li role='presentation'><a role='tab' href='#t1' aria-controls='t1' aria-selected='true'>여는 때</a></li>"
            + "<li role='presentation'><a role='tab' href='#t2' aria-controls='t2'>담그는 때</a></li></ul>";
    String panels =
        sections("<div role='tabpanel' id='tN' aria-hidden='true' hidden><h4>질문</h4>대답</div>");
    assertThat(read(tabs + panels)).isEqualTo(WHOLE);
  }

  @Test
  void tabsBetweenWhichThePanelsStandAreHeadings() {
    String accordion =
        sections(
            "<div role='tab' aria-controls='tN'>질문</div><div role='tabpanel' id='tN'>대답</div>");
    assertThat(read("<div role='tablist'>" + accordion + "</div>")).isEqualTo(WHOLE);
  }

  @Test
  void anExplanationOfAWordThatAppearsUnderAPointerIsNotRead() {
    String word = "<span class='word'>메주<span role='tooltip' id='w'>콩을 삶아 빚은 덩어리.</span></span>";
    String text = sections("<h4>질문</h4>대답").replace("<p>메주는", "<p>" + word + "는");
    assertThat(read(text)).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {" […]", "...", "…", " ···"})
  void anExcerptThatBreaksOffAboveTheTextIsNotReadTwice(String broken) {
    String excerpt =
        "<div class='summary'><p>"
            + FIRST.get(0)
            + " "
            + FIRST.get(1).substring(0, 12)
            + broken
            + "</p></div>";
    assertThat(read(excerpt + sections("<h4>질문</h4>대답"))).isEqualTo(WHOLE);
  }

  @Test
  void sharingAndNoticesThatAPressOpensStayShut() {
    String share =
        "<h4><button aria-controls='sns'>공유하기</button></h4><div role='dialog' aria-modal='true'><div id='sns' hidden><p>주소를 복사해"
            + " 친구들에게 이 기사를 알려 보세요.</p></div></div>";
    assertThat(read(share + sections("<h4>질문</h4>대답")))
        .containsSubsequence(WHOLE)
        .noneMatch(line -> line.contains("복사해"));
  }
}
