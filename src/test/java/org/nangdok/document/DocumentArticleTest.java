package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nangdok.article.Article;
import org.nangdok.article.Paragraph;

/** Documents as articles: each part in its own language, each left-out part with its reason. */
class DocumentArticleTest {

  private static final String KOREAN = "<p>강가에 오래된 집이 한 채 있었고 아무도 그 집에 누가 사는지 몰랐다.</p>";
  private static final String ENGLISH =
      "<p>The old house stood by the river, and nobody in the village knew who lived in it.</p>";

  @Test
  void chaptersOfAnotherLanguageAreInItThoughNothingSaysSo() {
    byte[] book =
        new EpubFiles()
            .navigation("<li><a href=\"a.xhtml\">하나</a></li><li><a href=\"b.xhtml\">Two</a></li>")
            .page("a.xhtml", KOREAN.repeat(20))
            .page("b.xhtml", ENGLISH.repeat(5))
            .bytes();

    Article article = DocumentArticle.of(Reads.of(book));

    assertThat(article.language()).isEqualTo("ko");
    assertThat(article.paragraphs().getFirst().language()).isNull();
    assertThat(article.paragraphs().getLast().language()).isEqualTo("en");
  }

  @Test
  void aTagThatTheLettersContradictIsNotBelieved() {
    byte[] book =
        new EpubFiles()
            .metadata("<dc:title>T</dc:title><dc:language>en-US</dc:language>")
            .page("a.xhtml", "<p lang=\"en-US\">집이 한 채 있었다.</p>" + KOREAN.repeat(9))
            .bytes();

    Article article = DocumentArticle.of(Reads.of(book));

    assertThat(article.language()).isEqualTo("ko");
    assertThat(article.paragraphs()).extracting(Paragraph::language).containsOnlyNulls();
  }

  @Test
  void leftOutPartsAreDroppedLinesWithTheirPlace() {
    byte[] book =
        new EpubFiles()
            .page("a.xhtml", KOREAN + "<aside epub:type=\"footnote\"><p>각주.</p></aside>" + KOREAN)
            .bytes();

    Article article = DocumentArticle.of(Reads.of(book));

    assertThat(article.dropped()).hasSize(1);
    assertThat(article.dropped().getFirst().line()).isEqualTo(1);
    assertThat(article.dropped().getFirst().reason()).isEqualTo("note");
    assertThat(article.details().warnings().getFirst()).contains("note 1");
  }
}
