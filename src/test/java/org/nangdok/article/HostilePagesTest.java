package org.nangdok.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages of full size that are made to keep a reader busy: each is answered or refused in time. */
class HostilePagesTest {

  private static final int FULL = 5_000_000;

  /** Of {@link ArticleExtractor#LONGEST_WORK}, and as much again for a busy machine. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static final String SENTENCE =
      "The library by the river opened its doors on Monday, and people stood in line.";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static String times(String piece) {
    return piece.repeat(FULL / piece.length());
  }

  private static String attributes() {
    StringBuilder attributes = new StringBuilder("<p");
    for (int i = 0; i < 200_000; i++) {
      attributes.append(" a").append(i).append("=1");
    }
    return attributes + ">" + (SENTENCE + "<br>").repeat(20_000);
  }

  private static String letters(String alphabet, int line) {
    Random random = new Random(7);
    StringBuilder page = new StringBuilder(FULL);
    while (page.length() < FULL) {
      page.append("<p>");
      for (int i = 0; i < line; i++) {
        page.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
    }
    return page.toString();
  }

  static Stream<Map.Entry<String, String>> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("10,000 nested elements", "<div>".repeat(10_000) + SENTENCE);
    pages.put("nothing but openings", times("<div>"));
    pages.put("nested inline elements", times("<b><i><a href=x>"));
    pages.put("raised marks in each other", times("<sup><a href=#x>1</a>"));
    pages.put("200,000 attributes", attributes());
    pages.put("line breaks", times("<br>"));
    pages.put("words and line breaks", times("word<br>"));
    pages.put(
        "wrapped sentences", times("and the river ran on through the town, past the mill,<br>"));
    pages.put("paragraphs of one word", times("<p>word"));
    pages.put("one line", times("word "));
    pages.put("one word", times("word"));
    pages.put("one Korean line", times("강물은 흐르고 "));
    pages.put("sentences", times("<p>" + SENTENCE));
    pages.put("a hundred thousand tags never closed", times("<" + "section><span><p><em>x"));
    pages.put("rows", "<table>" + times("<tr><td>a<td>b"));
    pages.put("tables in tables", times("<table><tr><td>"));
    pages.put("links", times("<a href='/x'>News of the day</a> "));
    pages.put("bullets", times("<p>▷ ▶ ※ "));
    pages.put("credits", times("<p>사진=영상=촬영=편집:취재:사진=제공:영상 "));
    pages.put("colons", letters("가나 :=/|[]()<>@.기자", 240));
    pages.put("spaces and dots", letters("a . -", 250));
    pages.put("dates", letters("2024.-/ :년월일입력수정", 200));
    pages.put("e-mail", letters("a@b.c-", 255));
    pages.put("entities", times("&lt;&amp;&#x41;"));
    pages.put("quotes in a script", "<script>var a = '" + times("\\\"<p>") + "';</script>");
    pages.put("many strings", "<script>" + times("\"a\",'b\",") + "</script>");
    pages.put("apostrophes", "<script>" + times("'") + "</script>" + SENTENCE);
    pages.put(
        "apostrophes and text", "<script>" + times("don't say " + "x".repeat(300)) + "</script>");
    pages.put(
        "many scripts",
        times("<script>{\"body\":\"<p>" + SENTENCE.repeat(3) + "</p><p>x</p>\"}</script>"));
    pages.put(
        "many JSON-LD blocks",
        times(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"x\"}</script>"));
    pages.put(
        "deep JSON-LD",
        "<script type='application/ld+json'>" + times("[") + "</script>" + SENTENCE);
    pages.put("escaped apostrophes", "<script>'" + times("\\'") + "</script>" + SENTENCE);
    pages.put("a title of bars", "<title>" + times("| ") + "x</title><h1>x</h1>" + SENTENCE);
    pages.put("comments never closed", times("<!-- a"));
    pages.put("end tags", times("</p></div>"));
    pages.put("meta elements", times("<meta name=a content=b>"));
    pages.put("times", times("<time class=live-blog>12:00</time>"));
    pages.put("headings", times("<h2>Related articles</h2>"));
    pages.put("labels", times("<p>[앵커]"));
    pages.put("the same three lines", times("<p>[앵커]<p>" + SENTENCE + "<p>강물은 오늘도 흐릅니다."));
    return pages.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void anAnswerOrARefusalComesInTime(Map.Entry<String, String> page) {
    Assertions.assertTimeoutPreemptively(
        BOUND,
        () -> {
          try {
            assertThat(extractor.fromHtml(page.getValue(), null).paragraphs()).isNotEmpty();
          } catch (ArticleException refused) {
            assertThat(refused.code()).startsWith("article.");
          }
        },
        page.getKey());
  }

  @Test
  void workThatTakesTooLongIsGivenUp() {
    ArticleExtractor hasty = new ArticleExtractor(Duration.ofNanos(1));
    assertThatThrownBy(() -> hasty.fromHtml(times("<p>" + SENTENCE), null))
        .isInstanceOfSatisfying(
            ArticleException.class,
            refused -> assertThat(refused.code()).isEqualTo("article.too-complex"));
  }

  @Test
  void aLongTextIsAnsweredInTime() {
    String lines = "사진=영상=촬영:편집 / 취재\n".repeat(9_000);
    Assertions.assertTimeoutPreemptively(
        BOUND,
        () -> {
          try {
            extractor.fromText(lines);
          } catch (ArticleException refused) {
            assertThat(refused.code()).startsWith("article.");
          }
        });
  }
}
