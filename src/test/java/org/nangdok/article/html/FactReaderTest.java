package org.nangdok.article.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactReaderTest {

  private static PageFacts facts(String head, String headline, String language) {
    Document document =
        Jsoup.parse(
            "<html><head>" + head + "</head><body></body></html>", "https://news.example.org/a/1");
    return FactReader.read(document, null, StructuredData.of(document), headline, "", language);
  }

  @Test
  void structuredDataComesFirst() {
    PageFacts facts =
        facts(
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebPage","name":"x"},
              {"@type":["NewsArticle"],"headline":"River library opens","author":[{"@type":"Person","name":"Mary O'Neil"},{"@type":"Person","name":"Bo Lee"}],
               "datePublished":"2024-03-05T19:26:00+09:00","dateModified":"2024-03-06T08:00:00Z","articleSection":"Culture",
               "image":{"@type":"ImageObject","url":"https://news.example.org/a.jpg"},"publisher":{"name":"Example Daily"}}]}</script>
            <meta property="article:published_time" content="2020-01-01T00:00:00Z"><meta name="author" content="Nobody">
            <link rel="canonical" href="/a/1?x=1">
            """,
            "",
            "en");
    assertThat(facts.title()).isEqualTo("River library opens");
    assertThat(facts.byline()).isEqualTo("Mary O'Neil, Bo Lee");
    assertThat(facts.published()).isEqualTo(OffsetDateTime.parse("2024-03-05T19:26:00+09:00"));
    assertThat(facts.modified()).isEqualTo(OffsetDateTime.parse("2024-03-06T08:00:00Z"));
    assertThat(facts.section()).isEqualTo("Culture");
    assertThat(facts.site()).isEqualTo("Example Daily");
    assertThat(facts.image()).isEqualTo("https://news.example.org/a.jpg");
    assertThat(facts.canonical()).isEqualTo("https://news.example.org/a/1?x=1");
    assertThat(facts.sources()).containsEntry("byline", "json-ld");
  }

  @Test
  void brokenStructuredDataIsPassedOver() {
    PageFacts facts =
        facts(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\", headline</script><meta property='og:title' content='River library opens'>",
            "",
            "en");
    assertThat(facts.title()).isEqualTo("River library opens");
    assertThat(facts.sources())
        .containsEntry("title", "meta og:title, twitter:title".split(",")[0]);
  }

  @Test
  void theNameOfTheSiteIsNoHeadline() {
    PageFacts facts =
        facts("<title>하늘 뉴스</title><meta property='og:title' content='하늘 뉴스'>", "강변 도서관 활짝", "ko");
    assertThat(facts.title()).isEqualTo("강변 도서관 활짝");
    assertThat(facts("<title>KBS 뉴스</title>", "", "ko").title()).isEmpty();
  }

  @Test
  void theSiteIsTakenOffTheTitle() {
    assertThat(facts("<title>강변 도서관 활짝 | 하늘뉴스</title>", "", "ko").title()).isEqualTo("강변 도서관 활짝");
    assertThat(facts("<title>강변 도서관 활짝-사회ㅣ하늘일보</title>", "", "ko").title()).isEqualTo("강변 도서관 활짝");
    assertThat(
            facts("<title>River library opens its doors - Example Daily</title>", "", "en").title())
        .isEqualTo("River library opens its doors");
  }

  @Test
  void anAmpCopyIsNamed() {
    assertThat(facts("<link rel='amphtml' href='/amp/1'>", "", "en").alternate())
        .isEqualTo("https://news.example.org/amp/1");
  }

  @Test
  void anAddressThatIsNotOfTheWebIsLeftOut() {
    assertThat(facts("<link rel='canonical' href='javascript:alert(1)'>", "", "en").canonical())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "입력 2022.03.21 (19:26);ko;2022-03-21T19:26+09:00",
        "2024-03-05 오후 7:26;ko;2024-03-05T19:26+09:00",
        "2024년 3월 5일 19:26;ko;2024-03-05T19:26+09:00",
        "20240305192600;ko;2024-03-05T19:26+09:00",
        "2024-03-05T19:26:00.000Z;en;2024-03-05T19:26Z",
        "2024-03-05T19:26:00+0900;en;2024-03-05T19:26+09:00",
        "Tue, 5 Mar 2024 19:26:00 GMT;en;2024-03-05T19:26Z",
        "Published March 5, 2024;en;2024-03-05T00:00Z",
        "2024年3月5日 19:26;ja;2024-03-05T19:26+09:00"
      })
  void timesAreReadAsPrinted(String printed, String language, String time) {
    assertThat(Times.read(printed, language)).contains(OffsetDateTime.parse(time));
  }
}
