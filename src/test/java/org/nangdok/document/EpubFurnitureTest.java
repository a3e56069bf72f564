package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of books that aren't text are listed, whatever way a book has of saying so, or none. */
class EpubFurnitureTest {

  private static final String TEXT =
      "<h1>첫 강</h1>" + "<p>물이 맑고 다리가 길어 사람들이 오래 머물렀다고 한다.</p>".repeat(30);

  @Test
  void coverAndImprintAreToldByRole() {
    byte[] book =
        new EpubFiles()
            .page("cover.xhtml", "<section epub:type=\"cover\"><p>강가의 집</p></section>")
            .page("one.xhtml", TEXT)
            .page(
                "rights.xhtml",
                "<section epub:type=\"backmatter copyright-page\"><h2>판권</h2><p>모든 것은 물가에서.</p></section>")
            .page("end.xhtml", "<div role=\"doc-colophon\"><p>조판은 손으로 했다.</p></div>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.titles(document)).hasSize(1);
    assertThat(Reads.words(document)).hasSize(31).first().isEqualTo("첫 강");
    assertThat(Reads.left(document, DocumentPart.IMPRINT))
        .containsExactly("강가의 집", "판권", "모든 것은 물가에서.", "조판은 손으로 했다.");
    assertThat(Reads.words(Reads.of(book, DocumentPart.IMPRINT))).contains("모든 것은 물가에서.");
  }

  @Test
  void theGuideAndTheLandmarksAreBelievedUnlessTheyNameTheText() {
    byte[] book =
        new EpubFiles()
            .item(
                "nav.xhtml",
                "application/xhtml+xml",
                "nav",
                EpubFiles.xhtml(
                    "<nav epub:type=\"landmarks\"><ol><li><a epub:type=\"colophon\" href=\"last.xhtml\">끝</a></li></ol></nav>"))
            .page("rights.xhtml", "<p>아무개가 펴냈다.</p>")
            .page("one.xhtml", TEXT)
            .page("last.xhtml", "<p>종이는 한지를 썼다.</p>")
            .guide("copyright-page", "rights.xhtml")
            .guide("cover", "one.xhtml")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document)).hasSize(31);
    assertThat(Reads.left(document, DocumentPart.IMPRINT))
        .containsExactly("아무개가 펴냈다.", "종이는 한지를 썼다.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>강가의 집</p><p>지은이 한서윤</p><p>펴낸곳 물가</p><p>초판 1쇄 2024년 3월 2일</p><p>ISBN 979-11-0000-000-0</p>",
        "<p>Copyright © 2019 by Ada Morrow</p><p>All rights reserved. No part of this book may be reproduced.</p><p>First edition</p>",
        "<div>奥付</div><p>発行所 水辺</p><p>初版 二〇二〇年</p><p>https://mizube.example/</p>",
        "<p>Alle Rechte vorbehalten.</p><p>© 2021 Wasser Verlag</p><p>www.wasser.example</p>"
      })
  void aPageOfRightsIsToldByItsSigns(String page) {
    byte[] book = new EpubFiles().page("a.xhtml", page).page("b.xhtml", TEXT).bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document)).hasSize(31);
    assertThat(Reads.left(document, DocumentPart.IMPRINT)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>She printed © 2019 on the cup, and laughed at www.cups.example.</p>",
        "<p>The first edition of the paper came out on a Monday; it was published by her uncle.</p>"
      })
  void aTextThatSpeaksOfBooksIsText(String page) {
    byte[] book = new EpubFiles().page("a.xhtml", page).page("b.xhtml", TEXT).bytes();

    assertThat(Reads.words(Reads.of(book))).hasSize(32);
  }

  @Test
  void aBookOfOnePageIsReadThoughItNamesItsRights() {
    byte[] book =
        new EpubFiles()
            .page(
                "a.xhtml",
                "<p>물이 맑았다.</p><p>© 2020 한서윤. All rights reserved. https://river.example</p>")
            .bytes();

    assertThat(Reads.words(Reads.of(book))).contains("물이 맑았다.");
  }

  @Test
  void aPageOfLinksToOtherPagesIsItsContentsWithItsHeading() {
    byte[] book =
        new EpubFiles()
            .page(
                "toc.xhtml",
                "<h2>차례</h2><p><a href=\"a.xhtml\">첫 강</a></p><p><a href=\"b.xhtml\">둘째 강</a></p>")
            .page("a.xhtml", TEXT)
            .page(
                "b.xhtml",
                "<h1>둘째 강</h1><p>배가 왔다.</p><p><a href=\"a.xhtml\">앞</a> | <a href=\"toc.xhtml\">차례</a></p>"
                    + "<p>짐은 <a href=\"a.xhtml\">앞에서</a> 말한 대로 <a href=\"toc.xhtml\">많았다</a>.</p>")
            .page(
                "figures.xhtml",
                "<h1>그림 목록</h1><div><ul><li>첫 강, 물이 맑은 곳과 다리가 있는 곳의 이야기<ul><li><a href=\"a.xhtml#f1\">그림 1 다리</a></li>"
                    + "<li><a href=\"a.xhtml#f2\">그림 2 배</a></li></ul></li><li>둘째 강<ul><li><a href=\"b.xhtml#f\">그림 3</a></li></ul></li></ul></div>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document))
        .endsWith("둘째 강", "배가 왔다.", "짐은 앞에서 말한 대로 많았다.")
        .doesNotContain("차례", "그림 목록");
    assertThat(Reads.left(document, DocumentPart.TABLE_OF_CONTENTS))
        .contains("차례", "첫 강", "앞 | 차례", "그림 목록");
  }

  @Test
  void termsAroundFreeBooksAreLeftOutOverThePages() {
    byte[] book =
        new EpubFiles()
            .page(
                "a.xhtml",
                "<section><h2>The Project Gutenberg eBook of River</h2><p>This ebook is for the use of anyone.</p>"
                    + "<div><span>*** START OF THE PROJECT GUTENBERG EBOOK RIVER ***</span></div></section>"
                    + TEXT)
            .page(
                "b.xhtml",
                "<p>배가 왔다.</p><section><div>*** END OF THE PROJECT GUTENBERG EBOOK RIVER ***</div>"
                    + "<p>Updated editions will replace the previous one.</p></section>")
            .page("c.xhtml", "<h2>THE FULL LICENSE</h2><p>Please read this.</p>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document)).hasSize(32).first().isEqualTo("첫 강");
    assertThat(Reads.words(document)).last().isEqualTo("배가 왔다.");
    assertThat(Reads.left(document, DocumentPart.LICENCE))
        .contains("This ebook is for the use of anyone.", "Please read this.");
  }

  @Test
  void picturesSpeakInBooksOfPicturesOnly() {
    String picture = "<img src=\"x.png\" alt=\"두 사람이 배를 민다\"/>";
    byte[] novel =
        new EpubFiles()
            .page("a.xhtml", TEXT)
            .page("b.xhtml", picture)
            .page("c.xhtml", TEXT)
            .bytes();
    byte[] album = new EpubFiles().page("a.xhtml", "<p>배</p>").page("b.xhtml", picture).bytes();

    assertThat(Reads.left(Reads.of(novel), DocumentPart.IMAGE)).containsExactly("두 사람이 배를 민다");
    assertThat(Reads.words(Reads.of(album))).containsExactly("배", "두 사람이 배를 민다");
  }

  @Test
  void arrowsThatLeadBackAreNoWords() {
    byte[] book =
        new EpubFiles()
            .page(
                "a.xhtml", "<h1><a href=\"#top\">›</a> 첫 강</h1><p>물이 맑았다. <a href=\"#t\">↩</a></p>")
            .bytes();

    assertThat(Reads.words(Reads.of(book))).containsExactly("첫 강", "물이 맑았다.");
  }
}
