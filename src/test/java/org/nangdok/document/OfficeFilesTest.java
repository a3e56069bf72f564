package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/** Office files, written by other programs' libraries or by hand, are read by their form. */
class OfficeFilesTest {

  private static final String WORD =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:m=\"m\"><w:body>%s</w:body></w:document>";

  @Test
  void documentsOfAWriterKeepHeadingsNotesAndTables() throws IOException {
    var file = new ByteArrayOutputStream();
    try (var word = new XWPFDocument()) {
      word.getProperties().getCoreProperties().setTitle("봄의 기록");
      word.getProperties().getCoreProperties().setCreator("이도윤");
      word.createStyles();
      heading(word, "첫째 장");
      XWPFParagraph paragraph = word.createParagraph();
      paragraph.createRun().setText("꽃이 ");
      XWPFRun bold = paragraph.createRun();
      bold.setBold(true);
      bold.setText("피었다.");
      XWPFFootnote note = word.createFootnote();
      note.createParagraph().createRun().setText("매화를 말한다.");
      paragraph.addFootnoteReference(note);
      heading(word, "둘째 장");
      XWPFTable table = word.createTable(2, 2);
      table.getRow(0).getCell(0).setText("달");
      table.getRow(0).getCell(1).setText("꽃");
      table.getRow(1).getCell(0).setText("삼월");
      table.getRow(1).getCell(1).setText("매화");
      XWPFHeaderFooterPolicy heads = word.createHeaderFooterPolicy();
      heads
          .createHeader(XWPFHeaderFooterPolicy.DEFAULT)
          .createParagraph()
          .createRun()
          .setText("머리글");
      word.write(file);
    }

    Document document = Reads.of(file.toByteArray());

    assertThat(document.kind()).isEqualTo(DocumentKind.DOCX);
    assertThat(document.title()).isEqualTo("봄의 기록");
    assertThat(document.authors()).containsExactly("이도윤");
    assertThat(Reads.titles(document)).containsExactly("첫째 장", "둘째 장");
    assertThat(Reads.blocks(document))
        .containsExactly(
            "HEADING 첫째 장",
            "PARAGRAPH 꽃이 피었다.",
            "HEADING 둘째 장",
            "TABLE_ROW 달 | 꽃",
            "TABLE_ROW 삼월 | 매화");
    assertThat(Reads.left(document, DocumentPart.NOTE)).containsExactly("매화를 말한다.");
    assertThat(Reads.left(document, DocumentPart.RUNNING_HEAD)).containsExactly("머리글");
  }

  private static void heading(XWPFDocument word, String text) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle("Heading1");
    paragraph.createRun().setText(text);
  }

  @Test
  void whatAReaderOfThePageDoesntSeeIsListed() {
    Document document =
        Reads.of(
            word(
                "<w:p><w:r><w:t>보이는 글</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>숨은 글</w:t></w:r>"
                    + "<w:del><w:r><w:delText>지운 글</w:delText></w:r></w:del><w:ins><w:r><w:t>과 더한 글.</w:t></w:r></w:ins></w:p>"
                    + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC \\o</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>첫째 장 3</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>둘째 장 9</w:t><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
                    + "<w:p><w:r><w:t>한 줄</w:t><w:br/><w:t>다음 줄</w:t></w:r></w:p>"));

    assertThat(Reads.blocks(document))
        .containsExactly("PARAGRAPH 보이는 글과 더한 글.", "LINE 한 줄", "LINE 다음 줄");
    assertThat(Reads.left(document, DocumentPart.HIDDEN)).containsExactly("숨은 글");
    assertThat(Reads.left(document, DocumentPart.DELETED)).containsExactly("지운 글");
    assertThat(Reads.left(document, DocumentPart.TABLE_OF_CONTENTS))
        .containsExactly("첫째 장 3", "둘째 장 9");
  }

  @Test
  void textBoxesAreReadOnceAndLanguagesKept() {
    String box =
        "<w:p><w:r><w:t>본문.</w:t><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:drawing><x><w:txbxContent><w:p><w:r><w:t>상자.</w:t></w:r></w:p></w:txbxContent></x></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>상자.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:lang w:val=\"en-GB\" w:eastAsia=\"ko-KR\"/></w:rPr><w:t>In English.</w:t></w:r></w:p>";

    Document document = Reads.of(word(box));

    assertThat(Reads.words(document)).containsExactly("본문.", "상자.", "In English.");
    assertThat(document.chapters().getFirst().blocks().getLast().language()).isEqualTo("en-GB");
  }

  private static byte[] word(String body) {
    return Reads.zip(
        "[Content_Types].xml",
        "<Types/>",
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        "word/document.xml",
        WORD.formatted(body));
  }

  @Test
  void slidesAreChaptersWithWhatIsSaidToThem() throws IOException {
    var file = new ByteArrayOutputStream();
    try (var show = new XMLSlideShow()) {
      XSLFSlide slide = show.createSlide();
      XSLFTextBox box = slide.createTextBox();
      box.setAnchor(new Rectangle2D.Double(10, 10, 300, 100));
      box.setText("세 가지 이유");
      XSLFNotes notes = show.getNotesSlide(slide);
      for (XSLFTextShape shape : notes.getPlaceholders()) {
        if (shape.getTextType() == org.apache.poi.sl.usermodel.Placeholder.BODY) {
          shape.setText("천천히 말한다.");
        }
      }
      show.createSlide().createTextBox().setText("끝");
      show.write(file);
    }

    Document document = Reads.of(file.toByteArray());

    assertThat(document.kind()).isEqualTo(DocumentKind.PPTX);
    assertThat(Reads.words(document)).containsExactly("세 가지 이유", "천천히 말한다.", "끝");
    assertThat(document.chapters()).hasSize(2);
  }

  @Test
  void openDocumentsKeepTheirForm() {
    byte[] file =
        Reads.zip(
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "meta.xml",
            "<o:document-meta xmlns:o=\"o\" xmlns:dc=\"dc\"><o:meta><dc:title>편지</dc:title></o:meta></o:document-meta>",
            "styles.xml",
            "<o:document-styles xmlns:o=\"o\" xmlns:s=\"s\" xmlns:t=\"t\"><o:master-styles><s:master-page><s:header><t:p>머리글</t:p></s:header></s:master-page></o:master-styles></o:document-styles>",
            "content.xml",
            "<o:document-content xmlns:o=\"o\" xmlns:t=\"t\" xmlns:s=\"s\" xmlns:f=\"f\" xmlns:tb=\"tb\">"
                + "<o:automatic-styles><s:style s:name=\"E\"><s:text-properties f:language=\"en\" f:country=\"US\"/></s:style>"
                + "<s:style s:name=\"P3\" s:parent-style-name=\"P2\"/><s:style s:name=\"P2\" s:parent-style-name=\"Preformatted_20_Text\"/></o:automatic-styles>"
                + "<o:body><o:text><t:table-of-content><t:index-body><t:p>인사 1</t:p></t:index-body></t:table-of-content>"
                + "<t:h t:outline-level=\"1\">인사</t:h><t:p>안녕<t:s t:c=\"2\"/>하십니까<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>각주.</t:p></t:note-body></t:note>?</t:p>"
                + "<t:p><t:span t:style-name=\"E\">Yours.</t:span></t:p><t:list><t:list-item><t:p>사과</t:p></t:list-item></t:list>"
                + "<t:p t:style-name=\"P3\">x = 1<t:s/>+ 2</t:p>"
                + "<tb:table><tb:table-row><tb:table-cell><t:p>가</t:p></tb:table-cell><tb:table-cell><t:p>나</t:p></tb:table-cell></tb:table-row></tb:table>"
                + "</o:text></o:body></o:document-content>");

    Document document = Reads.of(file);

    assertThat(document.kind()).isEqualTo(DocumentKind.ODT);
    assertThat(document.title()).isEqualTo("편지");
    assertThat(Reads.blocks(document))
        .containsExactly(
            "HEADING 인사",
            "PARAGRAPH 안녕 하십니까?",
            "PARAGRAPH Yours.",
            "LIST_ITEM 사과",
            "TABLE_ROW 가 | 나");
    assertThat(document.chapters().getFirst().blocks().get(2).language()).isEqualTo("en-US");
    assertThat(Reads.left(document, DocumentPart.NOTE)).containsExactly("각주.");
    assertThat(Reads.left(document, DocumentPart.RUNNING_HEAD)).containsExactly("머리글");
    assertThat(Reads.left(document, DocumentPart.TABLE_OF_CONTENTS)).containsExactly("인사 1");
    assertThat(Reads.left(document, DocumentPart.CODE)).containsExactly("x = 1 + 2");
    assertThat(Reads.words(Reads.of(file, DocumentPart.CODE))).contains("x = 1 + 2");
  }

  @Test
  void richTextIsReadWithItsCodePages() {
    String file =
        "{\\rtf1\\ansi\\ansicpg949{\\fonttbl{\\f0 Batang;}}{\\info{\\title T}}\\pard \\'b0\\'a1\\'b3\\'aa\\u45796?.\\par English text.{\\footnote A note.}\\par {\\v hidden}}";

    Document document = Reads.of(file.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(document.kind()).isEqualTo(DocumentKind.RTF);
    assertThat(Reads.words(document)).containsExactly("가나다.", "English text.");
    assertThat(Reads.left(document, DocumentPart.NOTE)).containsExactly("A note.");
    assertThat(Reads.left(document, DocumentPart.HIDDEN)).containsExactly("hidden");
  }

  @Test
  void oldAndOtherOfficeFilesSayWhatIsRead() {
    byte[] old = {
      (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    byte[] sheet =
        Reads.zip("[Content_Types].xml", "<Types>spreadsheetml</Types>", "xl/workbook.xml", "<w/>");

    for (byte[] file : new byte[][] {old, sheet, Reads.zip("a.txt", "x")}) {
      assertThatThrownBy(() -> Reads.of(file))
          .isInstanceOfSatisfying(
              DocumentException.class, e -> assertThat(e.code()).isEqualTo("document.unsupported"))
          .hasMessageContaining("EPUB, PDF, DOCX");
    }
  }
}
