package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Live blogs: the newest posts, in the page's order, marked as such. */
class LiveBlogTest {

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static String post(int number, String text) {
    return "<article class='live-post' id='post-"
        + number
        + "'><time datetime='2025-07-01T"
        + String.format("%02d:%02d", 8 + number / 60, number % 60)
        + ":00+09:00'>"
        + String.format("%02d:%02d", 8 + number / 60, number % 60)
        + "</time><h3>Stage "
        + number
        + "</h3><p>"
        + text
        + "</p><div class='share'><a href='#'>Share</a></div></article>";
  }

  private static String page(String head, String posts) {
    return "<html><head><title>River race live: all the news</title>"
        + head
        + "</head><body><nav><a href='/'>Home</a></nav><main><h1>River race live: all the news</h1><div class='posts'>"
        + posts
        + "</div></main><footer><p>© Example Daily</p></footer></body></html>";
  }

  private static final String DECLARED =
      "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@type\":\"LiveBlogPosting\",\"headline\":\"River race live: all the news\"}</script>";

  private static String posts(boolean newestFirst, int count) {
    StringBuilder posts = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int number = newestFirst ? count - i : i + 1;
      posts.append(
          post(
              number,
              "The boats of group "
                  + number
                  + " have passed the old mill, and the crowd on the bank is singing again."));
    }
    return posts.toString();
  }

  private List<String> body(Article article) {
    return article.body().stream().map(Paragraph::text).toList();
  }

  @Test
  void aShortLiveBlogIsReadInThePagesOrder() {
    Article article = extractor.fromHtml(page(DECLARED, posts(true, 4)), null);
    assertThat(article.details().liveBlog()).isTrue();
    assertThat(article.details().chosenBy()).isEqualTo("live-blog");
    assertThat(body(article))
        .filteredOn(text -> text.startsWith("The boats"))
        .extracting(text -> text.replaceAll("\\D", ""))
        .containsExactly("4", "3", "2", "1");
    assertThat(body(article)).contains("Stage 4").doesNotContain("Share", "08:04");
  }

  @Test
  void ofALongOneTheNewestPostsAreRead() {
    Article article = extractor.fromHtml(page(DECLARED, posts(true, 80)), null);
    assertThat(body(article))
        .filteredOn(text -> text.startsWith("The boats"))
        .hasSize(30)
        .first()
        .asString()
        .contains("group 80");
    assertThat(article.dropped()).extracting(Dropped::reason).contains("older-post");
  }

  @Test
  void theNewestPostsAreFoundWhereTheOldestStandsFirst() {
    Article article = extractor.fromHtml(page(DECLARED, posts(false, 80)), null);
    List<String> boats =
        body(article).stream().filter(text -> text.startsWith("The boats")).toList();
    assertThat(boats).hasSize(30);
    assertThat(boats.getFirst()).contains("group 51");
    assertThat(boats.getLast()).contains("group 80");
  }

  @Test
  void aClassMarksALiveBlogToo() {
    String html = page("", posts(true, 5).replace("live-post", "entry live-blog-post"));
    assertThat(extractor.fromHtml(html, null).details().liveBlog()).isTrue();
  }

  @Test
  void aKoreanLiveTickerIsOne() {
    StringBuilder posts = new StringBuilder();
    for (int hour = 15; hour > 10; hour--) {
      posts
          .append("<li class='item'><span class='timestamp'>2025-07-01 ")
          .append(hour)
          .append(":10</span><p>")
          .append(hour)
          .append("시 현재 강물은 다리 아래까지 차올랐고 주민들은 회관에 모여 있습니다.</p></li>");
    }
    Article article =
        extractor.fromHtml(
            "<html><head><title>강변 홍수 실시간</title></head><body><h1>강변 홍수 실시간</h1><ul class='live-ticker'>"
                + posts
                + "</ul></body></html>",
            null);
    assertThat(article.details().liveBlog()).isTrue();
    assertThat(body(article))
        .hasSize(5)
        .allSatisfy(text -> assertThat(text).contains("강물은"))
        .first()
        .asString()
        .startsWith("15시");
  }

  @Test
  void commentsWithTimesAreNoLiveBlog() {
    String html =
        page("", posts(true, 5).replace("live-post", "comment"))
            .replace("<div class='posts'>", "<div class='comments'>");
    try {
      assertThat(extractor.fromHtml(html, null).details().liveBlog()).isFalse();
    } catch (ArticleException refused) {
      assertThat(refused.code()).startsWith("article.");
    }
  }
}
