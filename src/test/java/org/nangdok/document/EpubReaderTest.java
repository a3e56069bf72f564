package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Books are read page by page, with their chapters, without what only belongs to paper. */
class EpubReaderTest {

  @Test
  void chaptersComeFromTheTableOfContentsInTheOrderOfTheSpine() {
    byte[] book =
        new EpubFiles()
            .navigation(
                "<li><a href=\"two.xhtml\">강</a><ol><li><a href=\"two.xhtml#b\">다리</a></li></ol></li>"
                    + "<li><a href=\"one.xhtml\">집</a></li>")
            .page("two.xhtml", "<h1>강</h1><p>물이 맑았다.</p><div id=\"b\"/><p>다리가 있었다.</p>")
            .page("one.xhtml", "<h1>집</h1><p>문이 <b>열려</b> 있었다.</p>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(document.kind()).isEqualTo(DocumentKind.EPUB);
    assertThat(document.title()).isEqualTo("강가의 집");
    assertThat(document.authors()).containsExactly("한서윤");
    assertThat(Reads.titles(document)).containsExactly("강", "다리", "집");
    assertThat(Reads.words(document))
        .containsExactly("강", "물이 맑았다.", "다리가 있었다.", "집", "문이 열려 있었다.");
  }

  @Test
  void notesPageNumbersAndPrintedContentsAreLeftOutAndListed() {
    byte[] book =
        new EpubFiles()
            .page(
                "one.xhtml",
                "<p>첫 문장<a epub:type=\"noteref\" href=\"#n1\">1</a>이다.<span epub:type=\"pagebreak\""
                    + " title=\"12\"/> 다음 문장<sup><a href=\"notes.xhtml#n2\">2</a></sup>이다.</p>"
                    + "<aside epub:type=\"footnote\" id=\"n1\"><p>각주 하나.</p></aside>")
            .page("notes.xhtml", "<p id=\"n2\"><a href=\"one.xhtml#r2\">2</a> 각주 둘.</p><p>끝말.</p>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document)).containsExactly("첫 문장이다. 다음 문장이다.", "끝말.");
    assertThat(Reads.left(document, DocumentPart.NOTE)).containsExactly("각주 하나.", "2 각주 둘.");
    assertThat(Reads.left(document, DocumentPart.NOTE_REFERENCE)).containsExactly("1", "2");
    assertThat(Reads.left(document, DocumentPart.PAGE_NUMBER)).containsExactly("12");
    assertThat(LeftOutCounts.sentence(document.leftOut()))
        .isEqualTo("page-number 1, note 2, note-reference 2");
  }

  /** Whoever sees the page reads it; it repeats the words for the picture, which aren't read. */
  @Test
  void aCaptionThatIsHiddenFromAidsIsReadAndAnOrnamentIsNot() {
    byte[] book =
        new EpubFiles()
            .page(
                "one.xhtml",
                "<p>본문이다.</p><figure><img src=\"a.png\" alt=\"항구의 아침\"/><figcaption"
                    + " aria-hidden=\"true\">항구의 아침</figcaption></figure><p aria-hidden=\"true\">❦ 꽃무늬</p>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document)).containsExactly("본문이다.", "항구의 아침");
    assertThat(Reads.left(document, DocumentPart.HIDDEN)).containsExactly("❦ 꽃무늬");
  }

  @Test
  void whatIsAskedForIsReadInItsPlace() {
    byte[] book =
        new EpubFiles()
            .page(
                "one.xhtml",
                "<p>본문이다.</p><aside epub:type=\"footnote\"><p>각주다.</p></aside><p>끝이다.</p>")
            .bytes();

    Document document = Reads.of(book, DocumentPart.NOTE);

    assertThat(Reads.blocks(document))
        .containsExactly("PARAGRAPH 본문이다.", "NOTE 각주다.", "PARAGRAPH 끝이다.");
    assertThat(document.leftOut()).isEmpty();
  }

  @Test
  void ofRubyOnlyOneOfTheTwoIsRead() {
    byte[] book =
        new EpubFiles()
            .page(
                "one.xhtml",
                "<p><ruby>漢字<rp>(</rp><rt>한자</rt><rp>)</rp></ruby>를 쓴다."
                    + " <ruby>東京<rt>とうきょう</rt></ruby>에 갔다.</p>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document)).containsExactly("한자를 쓴다. 東京에 갔다.");
    assertThat(Reads.left(document, DocumentPart.RUBY)).containsExactly("漢字", "とうきょう");
  }

  @Test
  void languagesOfPartsStayWithTheirBlocks() {
    byte[] book =
        new EpubFiles()
            .page(
                "one.xhtml",
                "<p>우리말이다.</p><p xml:lang=\"en\">She left.</p><div lang=\"fr\"><p>Bonjour.</p></div>")
            .bytes();

    assertThat(Reads.of(book).chapters().getFirst().blocks())
        .extracting(Block::language)
        .containsExactly(null, "en", "fr");
  }

  @Test
  void listsOfLinksAndPagesOutsideTheOrderAreNoText() {
    byte[] book =
        new EpubFiles()
            .page(
                "toc.xhtml",
                "<h1>차례</h1><ul>" + "<li><a href=\"a.xhtml#%d\">장의 이름</a></li>".repeat(6) + "</ul>")
            .page("a.xhtml", "<p>본문.</p>")
            .page("key.xhtml", "<p>연습 문제의 답.</p>", "linear=\"no\"")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.words(document)).doesNotContain("장의 이름", "연습 문제의 답.").contains("본문.");
    assertThat(Reads.left(document, DocumentPart.TABLE_OF_CONTENTS)).isNotEmpty();
    assertThat(Reads.left(document, DocumentPart.AUXILIARY)).containsExactly("연습 문제의 답.");
  }

  @Test
  void versesTablesAndCodeKeepTheirForm() {
    byte[] book =
        new EpubFiles()
            .page(
                "one.xhtml",
                "<p>산에는 꽃 피네<br/>꽃이 피네</p><table><tr><th>이름</th><th>나이</th></tr><tr><td>가람</td><td>열</td></tr></table>"
                    + "<pre><code>int x = 0;</code></pre><p>10<sup>2</sup>은 백이다.</p><hr/><p>* * *</p>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.blocks(document))
        .containsExactly(
            "LINE 산에는 꽃 피네",
            "LINE 꽃이 피네",
            "TABLE_ROW 이름 | 나이",
            "TABLE_ROW 가람 | 열",
            "PARAGRAPH 10²은 백이다.");
    assertThat(Reads.left(document, DocumentPart.CODE)).containsExactly("int x = 0;");
    assertThat(Reads.left(document, DocumentPart.MARKUP)).containsExactly("* * *");
  }

  @Test
  void lockedBooksSayByWhat() {
    byte[] book =
        new EpubFiles()
            .page("one.xhtml", "<p>본문.</p>")
            .member(
                "META-INF/encryption.xml",
                "<encryption><enc:EncryptedData xmlns:enc=\"http://www.w3.org/2001/04/xmlenc#\">"
                    + "<enc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/>"
                    + "<enc:CipherData><enc:CipherReference URI=\"OEBPS/one.xhtml\"/></enc:CipherData></enc:EncryptedData></encryption>")
            .member("META-INF/rights.xml", "<rights/>")
            .bytes();

    assertThatThrownBy(() -> Reads.of(book))
        .isInstanceOfSatisfying(
            DocumentException.class, e -> assertThat(e.code()).isEqualTo("document.locked"))
        .hasMessageContaining("Adobe");
  }

  @Test
  void obfuscatedFontsLockNothing() {
    byte[] book =
        new EpubFiles()
            .page("one.xhtml", "<p>본문.</p>")
            .member(
                "META-INF/encryption.xml",
                "<encryption><EncryptedData><EncryptionMethod Algorithm=\"http://www.idpf.org/2008/embedding\"/>"
                    + "<CipherData><CipherReference URI=\"OEBPS/f.otf\"/></CipherData></EncryptedData></encryption>")
            .bytes();

    assertThat(Reads.words(Reads.of(book))).containsExactly("본문.");
  }

  @Test
  void oldBooksHaveTheirContentsInAnNcxAndTheirCoverInAMeta() {
    byte[] png = new byte[64];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, png, 0, 8);
    byte[] book =
        new EpubFiles()
            .metadata("<dc:title>T</dc:title><meta name=\"cover\" content=\"c-png\"/>")
            .item("c.png", "image/png", "", png)
            .item(
                "toc.ncx",
                "application/x-dtbncx+xml",
                "",
                "<ncx><navMap><navPoint><navLabel><text>하나</text></navLabel><content src=\"a%20b.xhtml\"/></navPoint></navMap></ncx>")
            .page("a b.xhtml", "<p>본문.</p>")
            .bytes();

    Document document = Reads.of(book);

    assertThat(Reads.titles(document)).containsExactly("하나");
    assertThat(document.cover()).isNotNull();
  }
}
