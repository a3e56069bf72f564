package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineGrammarTest {

  private final LineGrammar grammar = LineGrammar.standard();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "신문 구독자가 십 년 만에 늘었다고 협회가 밝혔습니다.",
        "정부는 댓글을 남긴 사람을 찾고 있습니다.",
        "이 영상은 무단 전재 논란을 불렀다고 방송사는 밝혔다.",
        "▷ 서하늘 : 구독을 눌러 달라는 말이 너무 많습니다.",
        "▶ 유바다 : 그렇습니다. 제보를 받아 보니 그렇더군요.",
        "[서하늘/책방 주인 : \"전화 주문이 늘었습니다.\"]",
        "[앵커]",
        "<기자>",
        "◀ 리포트 ▶",
        "지금까지 강변에서 하늘뉴스 유바다입니다.",
        "유바다 기자!",
        "취재기자 연결해 자세한 소식 들어보겠습니다.",
        "Subscribers of the paper rose for the first time in ten years, it said.",
        "She asked readers to share this article with friends, and they did.",
        "The photo: a river, a bridge and a man with a book.",
        "Comments by the mayor were met with silence in the hall on Monday."
      })
  void aLineOfTheArticleStaysEvenAtTheEdge(String line) {
    assertThat(grammar.judge(List.of(line)).getFirst().isRead()).isTrue();
    assertThat(grammar.edgeFurniture(line)).isEmpty();
  }

  @Test
  void edgeRulesHoldOnlyBeforeAndAfterTheRunningText() {
    List<Verdict> verdicts =
        grammar.judge(List.of("더보기", "강변에 새 도서관이 문을 열었습니다.", "더보기", "책은 삼만 권이 넘습니다.", "더보기"));
    assertThat(verdicts)
        .extracting(Verdict::isRead)
        .containsExactly(false, true, true, true, false);
  }

  @Test
  void aHeadingOverLinksTakesItsLinksWithIt() {
    List<Verdict> verdicts =
        grammar.judge(
            List.of(
                "강변에 새 도서관이 문을 열었습니다.", "관련 기사", "시장 상인들 한숨", "내일부터 장맛비", "개관식에는 주민 삼백 명이 모였습니다."));
    assertThat(verdicts)
        .containsExactly(
            Verdict.stays(Paragraph.Kind.BODY),
            Verdict.goes("related"),
            Verdict.goes("related"),
            Verdict.goes("related"),
            Verdict.stays(Paragraph.Kind.BODY));
  }

  @Test
  void aLineThatIsNothingButSpacesHasNoReasonToGo() {
    assertThat(grammar.judge(List.of("", "  "))).allMatch(Verdict::isRead);
  }
}
