package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class RefusalTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  private ArticleException refusal(String html) {
    ArticleException refused =
        catchThrowableOfType(
            ArticleException.class, () -> extractor.fromHtml(html, "https://news.example.org/a/1"));
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }

  private static String page(String head, String body) {
    return "<html><head>" + head + "</head><body>" + body + "</body></html>";
  }

  @Test
  void nothingIsEmpty() {
    assertThat(refusal("").code()).isEqualTo("article.empty");
    assertThat(refusal("<p>hello</p>").code()).isEqualTo("article.empty");
  }

  @Test
  void aShellNamesItsOtherCopy() {
    ArticleException refused =
        refusal(
            page(
                "<title>도서관</title><link rel='amphtml' href='/amp/1'>",
                "<div id='root'></div><script src='app.js'></script>"));
    assertThat(refused.code()).isEqualTo("article.shell");
    assertThat(refused.alternate()).contains("https://news.example.org/amp/1");
  }

  @Test
  void anErrorPageIsOneThoughItWasServedAsFound() {
    assertThat(
            refusal(
                    page(
                        "<title>Page not found | Example Daily</title>",
                        "<h1>Page not found</h1><p>The page you are looking for could not be found. Try the search or go back to the front page of this site.</p>"))
                .code())
        .isEqualTo("article.error-page");
    assertThat(
            refusal(
                    page(
                        "<title>하늘뉴스</title>",
                        "<h1>요청하신 페이지를 찾을 수 없습니다.</h1><p>주소를 다시 확인해 주세요.</p>"))
                .code())
        .isEqualTo("article.error-page");
  }

  @Test
  void aTeaserBeforeAWallIsAPaywall() {
    assertThat(
            refusal(
                    page(
                        "<title>River library opens its doors</title>",
                        "<article><h1>River library opens its doors</h1><p>The new library by the river opened on Monday after three years of work, and people stood in line.</p>"
                            + "<div>Subscribe to continue reading.</div></article>"))
                .code())
        .isEqualTo("article.paywall");
    assertThat(
            refusal(
                    page(
                        "<title>강변 도서관 활짝</title>",
                        "<div class='article'><h1>강변 도서관 활짝</h1><p>강변에 새 도서관이 문을 열었습니다. 주민들이 스스로 책을 모았습니다.</p>"
                            + "<p>기사 전문은 구독 후 보실 수 있습니다.</p></div>"))
                .code())
        .isEqualTo("article.paywall");
  }

  @Test
  void aJapaneseStubThatCountsTheLettersThatAreLeftIsAPaywall() {
    assertThat(
            refusal(
                    page(
                        "<title>川辺に図書館が開館</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"川辺に図書館が開館\",\"isAccessibleForFree\":\"False\"}</script>",
                        "<main><h1>川辺に図書館が開館</h1><p>有料記事</p><p>町の川辺に新しい図書館が開館した。住民が三年かけて本を集め、朝から長い列ができた。</p>"
                            + "<p>この記事は有料記事です。残り1234文字有料会員になると続きをお読みいただけます。</p></main>"))
                .code())
        .isEqualTo("article.paywall");
    assertThat(
            refusal(
                    page(
                        "<title>川辺に図書館が開館</title>",
                        "<article><h1>川辺に図書館が開館</h1><p>町の川辺に新しい図書館が開館した。住民が三年かけて本を集め、朝から長い列ができた。</p>"
                            + "<p>この記事は会員限定です。</p><a href='/join'>会員登録</a></article>"))
                .code())
        .isEqualTo("article.paywall");
  }

  @Test
  void aPageThatIsDeclaredUnfreeButShowsAllOfItsTextIsRead() {
    String paragraph =
        "<p>The new library by the river opened on Monday after three years of work, and people stood in line from the early morning until the doors were closed again at night.</p>";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      text.append(paragraph.replace("three", String.valueOf(i + 3)));
    }
    String html =
        page(
            "<title>River library opens its doors</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>",
            "<article><h1>River library opens its doors</h1>" + text + "</article>");
    assertThat(extractor.fromHtml(html, null).body()).hasSize(14);
  }

  @Test
  void koreanWallsAndEmptyPagesAreRefusedEachAsWhatItIs() {
    assertThat(
            refusal(
                    page(
                        "<title>하늘뉴스</title>",
                        "<div><h2>로그인</h2><p>로그인이 필요한 서비스입니다.</p><form><input type='password'></form></div>"))
                .code())
        .isEqualTo("article.login");
    assertThat(
            refusal(
                    page(
                        "<title>하늘뉴스</title>",
                        "<div><p>이 사이트는 쿠키를 사용합니다. 계속하려면 동의해 주세요.</p><button>동의</button></div>"))
                .code())
        .isEqualTo("article.consent");
    assertThat(
            refusal(
                    page(
                        "<title>강변 도서관 여는 날 : 하늘뉴스 영상</title><meta property='og:video' content='https://v.example/1.mp4'>",
                        "<h1>강변 도서관 여는 날</h1><div id='player'></div><p>조회수 1,234회</p>"))
                .code())
        .isEqualTo("article.video-only");
    assertThat(
            refusal(
                    page(
                        "<title>하늘뉴스</title>",
                        "<div id='__next'></div><noscript>자바스크립트를 켜 주세요.</noscript><script src='/main.js'></script>"))
                .code())
        .isEqualTo("article.shell");
    assertThat(
            refusal(
                    page(
                        "<title>안내 | 하늘뉴스</title>",
                        "<header><a href='/'>하늘뉴스</a></header><div><p>해당 기사는 삭제되었거나 존재하지 않는 기사입니다.</p><a href='/'>홈으로</a></div>"))
                .code())
        .isEqualTo("article.error-page");
  }

  @Test
  void aKoreanFrontPageIsAnIndex() {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      links
          .append("<li><a href='/news/")
          .append(i)
          .append("'>강변 도서관 ")
          .append(i)
          .append("호점 문 열자 주민들 아침부터 긴 줄</a></li>");
    }
    assertThat(
            refusal(
                    page(
                        "<title>하늘뉴스</title><meta property='og:type' content='website'>",
                        "<nav><a href='/1'>정치</a></nav><ul>"
                            + links
                            + "</ul><footer><p>하늘뉴스는 여러분의 제보를 기다립니다.</p></footer>"))
                .code())
        .isEqualTo("article.index-page");
  }

  @Test
  void aLoginWallIsOne() {
    assertThat(
            refusal(
                    page(
                        "<title>Example Daily</title>",
                        "<h1>Welcome</h1><form><p>Please log in to continue</p><input type='password'></form>"))
                .code())
        .isEqualTo("article.login");
  }

  @Test
  void aCookieWallIsOne() {
    assertThat(
            refusal(
                    page(
                        "<title>Before you continue</title>",
                        "<div><p>We and our partners use cookies to show you better pages.</p><a href='#'>Accept</a></div>"))
                .code())
        .isEqualTo("article.consent");
  }

  @Test
  void aListOfHeadlinesIsAnIndex() {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      links
          .append("<li><a href='/")
          .append(i)
          .append("'>Library number ")
          .append(i)
          .append(" opens by the river</a></li>");
    }
    assertThat(refusal(page("<title>Example Daily</title>", "<ul>" + links + "</ul>")).code())
        .isEqualTo("article.index-page");
  }

  @Test
  void aVideoWithItsTitleIsNoArticle() {
    assertThat(
            refusal(page("<title>도서관 영상</title>", "<h1>도서관 영상</h1><video src='a.mp4'></video>"))
                .code())
        .isEqualTo("article.video-only");
  }

  @Test
  void nestingBeyondAllMeasureIsRefused() {
    assertThat(refusal("<div>".repeat(10_000) + "text").code()).isEqualTo("article.too-complex");
  }

  @Test
  void newsAboutPaywallsAndErrorsIsNews() {
    String article =
        """
        <article><h1>Paper takes down its paywall</h1>
        <p>The city's oldest paper said on Monday that its pages are free to read again, after ten years in which only subscribers could see them.</p>
        <p>Readers had complained for years about error pages when they tried to log in, and about a cookie notice that would not go away.</p>
        <p>The paper's owner said that the number of subscribers had fallen by half since the spring, while a free weekly had grown.</p>
        <p>"We want to be read," the editor said in a short speech in front of the staff, and thanked those who had paid all the same.</p>
        </article>
        """;
    assertThat(
            extractor
                .fromHtml(page("<title>Paper takes down its paywall</title>", article), null)
                .body())
        .hasSize(4);
  }
}
