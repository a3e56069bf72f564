package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Broadcasters' pages in the forms that their sites have, with sentences of our own. */
class BroadcastPageTest {

  private static final List<String> REPORT =
      List.of(
          "[앵커]",
          "강변에 새 도서관이 문을 열었습니다.",
          "주민들이 스스로 책을 모아 만든 곳인데요.",
          "유바다 기자가 다녀왔습니다.",
          "[리포트]",
          "아침부터 도서관 앞에 긴 줄이 늘어섰습니다.",
          "책은 모두 삼만 권, 절반은 주민이 내놓았습니다.",
          "[서하늘/강변동 주민 : \"아이하고 걸어서 올 수 있는 도서관은 처음이에요.\"]",
          "시는 내년까지 작은 도서관 두 곳을 더 열 계획입니다.",
          "하늘뉴스 유바다입니다.");

  private static final String MENU =
      "<header><ul class='gnb'><li><a href='/1'>정치</a></li><li><a href='/2'>경제</a></li></ul></header>";
  private static final String FOOT =
      "<footer><p>대표이사: 김구름</p><p>Copyright © 하늘방송 All rights reserved.</p></footer>";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static String page(String body) {
    return "<html lang='en'><head><title>강변 도서관 활짝 | 하늘뉴스</title>"
        + "<meta property='og:title' content='강변 도서관 활짝'><meta property='og:site_name' content='하늘뉴스'></head><body>"
        + MENU
        + body
        + FOOT
        + "</body></html>";
  }

  private List<String> body(Article article) {
    return article.body().stream().map(Paragraph::text).toList();
  }

  @Test
  void aBodyOfLineBreaksWithATipOffBoxGivesTheReport() {
    String html =
        page(
            "<h4 class='headline-title'>강변 도서관 활짝</h4><em class='input-date'>입력 2024.03.05 (19:26)</em>"
                + "<div id='cont_newstext' class='detail-body'>"
                + String.join("<br><br>", REPORT)
                + "<br><br>촬영기자:김솔/영상편집:이들</div>"
                + "<div><p>■ 제보하기<br>▷ 전화 : 02-000-0000<br>▷ 이메일 : tip@example.com</p></div>");
    Article article = extractor.fromHtml(html, null);
    assertThat(body(article)).isEqualTo(REPORT);
    assertThat(article.title()).isEqualTo("강변 도서관 활짝");
    assertThat(article.published()).isEqualTo(OffsetDateTime.parse("2024-03-05T19:26+09:00"));
    assertThat(article.language()).isEqualTo("ko");
    assertThat(article.details().chosenBy()).isEqualTo("profile:kbs");
    assertThat(article.dropped())
        .extracting(Dropped::reason)
        .contains("credit", "tip-off", "copyright", "date");
  }

  @Test
  void anUnknownSiteThatPrintsTheReportTwiceGivesItOnce() {
    String copy = "<div class='viewer'>" + String.join("<br><br>", REPORT) + "<br>촬영기자:김솔</div>";
    Article article =
        extractor.fromHtml(
            page(
                "<div class='wrap'><h2>강변 도서관 활짝</h2>"
                    + copy
                    + "<p>읽어주기 기능은 크롬기반의<br>브라우저에서만 사용하실 수 있습니다.</p>"
                    + copy
                    + "</div>"),
            "https://news.example.org/1");
    assertThat(body(article)).isEqualTo(REPORT);
    assertThat(article.dropped()).filteredOn(d -> d.reason().equals("duplicate")).hasSize(10);
  }

  @Test
  void captionsAndBylinesInsideTheBodyGo() {
    String html =
        page(
            "<h3>강변 도서관 활짝</h3><div class='article_txt'>"
                + "<figure><img src='a.jpg'><figcaption>새로 문을 연 강변 도서관.</figcaption></figure>"
                + REPORT.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining())
                + "<p>▲ 강변 도서관에서 책을 고르는 주민들. 하늘시청 제공</p>"
                + "<p>유바다 기자 bada@example.com</p><p>&lt;저작권자 ⓒ 하늘방송, 무단 전재 및 재배포 금지&gt;</p></div>");
    Article article = extractor.fromHtml(html, "https://news.example.org/2");
    assertThat(body(article)).isEqualTo(REPORT);
    assertThat(article.byline()).isEqualTo("유바다");
  }

  @Test
  void anglesAreLabelsNotMarkup() {
    String html =
        page(
            "<div class='text_area' itemprop='articleBody'>&lt;앵커&gt;<br>강변에 새 도서관이 문을 열었습니다.<br>&lt;기자&gt;<br>"
                + "아침부터 도서관 앞에 긴 줄이 늘어섰습니다.<br>[서하늘/강변동 주민 : 걸어서 올 수 있는 도서관은 처음이에요.]<br>"
                + "시는 내년까지 작은 도서관 두 곳을 더 열 계획입니다.<br>(영상취재 : 김솔, 영상편집 : 이들)</div>");
    assertThat(body(extractor.fromHtml(html, "https://news.sbs.co.kr/news/1")))
        .containsExactly(
            "<앵커>",
            "강변에 새 도서관이 문을 열었습니다.",
            "<기자>",
            "아침부터 도서관 앞에 긴 줄이 늘어섰습니다.",
            "[서하늘/강변동 주민 : 걸어서 올 수 있는 도서관은 처음이에요.]",
            "시는 내년까지 작은 도서관 두 곳을 더 열 계획입니다.");
  }

  @Test
  void aBodyThatStandsOnlyInAScriptIsFound() {
    String markup =
        REPORT.stream().map(line -> "<p>" + line + "</p>").collect(Collectors.joining());
    String json = markup.replace("\"", "\\\"").replace("<", "\\u003c").replace(">", "\\u003e");
    String html =
        page(
            "<div id='root'></div><script>var data = {\"id\":1,\"contentHtml\":\""
                + json
                + "\"};</script>");
    Article article = extractor.fromHtml(html, null);
    assertThat(body(article)).isEqualTo(REPORT);
    assertThat(article.details().chosenBy()).isEqualTo("script");
  }

  @Test
  void everyVisibleLineIsAParagraphOrDropped() {
    Article article =
        extractor.fromHtml(page("<div>" + String.join("<br>", REPORT) + "</div>"), null);
    List<Integer> numbers =
        java.util.stream.Stream.concat(
                article.paragraphs().stream().map(Paragraph::line),
                article.dropped().stream().map(Dropped::line))
            .sorted()
            .toList();
    assertThat(numbers)
        .isEqualTo(java.util.stream.IntStream.range(0, numbers.size()).boxed().toList());
    assertThat(numbers).hasSizeGreaterThanOrEqualTo(REPORT.size() + 4);
  }
}
