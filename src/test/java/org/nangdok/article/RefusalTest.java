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
