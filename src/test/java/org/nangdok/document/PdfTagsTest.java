package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.junit.jupiter.api.Test;

/** Tagged files are read by their tags; words stay words where a paragraph changes its column. */
class PdfTagsTest {

  private int content;

  @Test
  void aParagraphThatGoesOnInTheNextColumnKeepsItsSpaces() throws IOException {
    try (var pdf = new PdfFiles()) {
      PDStructureElement whole = whole(pdf);
      PDStructureElement paragraph = element("P", whole, pdf);
      content(pdf, paragraph, 70, 120, "The river was wide and the sun had");
      content(pdf, paragraph, 300, 700, "gone behind the hills be-");
      content(pdf, paragraph, 300, 685, "fore the boat ca");
      content(
          pdf,
          paragraph,
          300 + 12 * PdfFiles.PLAIN.getStringWidth("fore the boat ca") / 1000,
          685,
          "me.");

      assertThat(Reads.words(Reads.of(pdf.bytes())))
          .containsExactly(
              "The river was wide and the sun had gone behind the hills before the boat came.");
    }
  }

  @Test
  void raisedSignsThatAreContentsOfTheirOwnPointToNotes() throws IOException {
    try (var pdf = new PdfFiles()) {
      PDStructureElement paragraph = element("P", whole(pdf), pdf);
      String first = "The boat came home.";
      float end = 70 + 12 * PdfFiles.PLAIN.getStringWidth(first) / 1000;
      content(pdf, paragraph, 70, 700, first);
      content(pdf, paragraph, end, 704, 10, "3");
      content(pdf, paragraph, end + 5, 700, " Nobody slept.");

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.words(document)).containsExactly("The boat came home. Nobody slept.");
      assertThat(Reads.left(document, DocumentPart.NOTE_REFERENCE)).containsExactly("3");
    }
  }

  @Test
  void theCaptionWithinATaggedPictureIsText() throws IOException {
    try (var pdf = new PdfFiles()) {
      PDStructureElement whole = whole(pdf);
      content(pdf, element("P", whole, pdf), 70, 700, "Before the picture.");
      PDStructureElement figure = element("Figure", whole, pdf);
      figure.setAlternateDescription("Two people push a boat");
      content(pdf, figure, 70, 600, "N");
      content(pdf, element("Caption", figure, pdf), 70, 580, "Figure 1. A boat.");
      content(pdf, element("P", whole, pdf), 70, 500, "After the picture.");

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.blocks(document))
          .containsExactly(
              "PARAGRAPH Before the picture.",
              "CAPTION Figure 1. A boat.",
              "PARAGRAPH After the picture.");
      assertThat(Reads.left(document, DocumentPart.IMAGE))
          .containsExactly("Two people push a boat");
    }
  }

  private static PDStructureElement whole(PdfFiles pdf) {
    pdf.page();
    var root = new PDStructureTreeRoot();
    pdf.document().getDocumentCatalog().setStructureTreeRoot(root);
    var whole = new PDStructureElement("Document", root);
    root.appendKid(whole);
    return whole;
  }

  private static PDStructureElement element(String type, PDStructureElement parent, PdfFiles pdf) {
    var element = new PDStructureElement(type, parent);
    element.setPage(pdf.document().getPage(0));
    parent.appendKid(element);
    return element;
  }

  /** Letters that belong to an element. */
  private void content(PdfFiles pdf, PDStructureElement element, float x, float y, String words)
      throws IOException {
    content(pdf, element, x, y, 12, words);
  }

  private void content(
      PdfFiles pdf, PDStructureElement element, float x, float y, float size, String words)
      throws IOException {
    var properties = new COSDictionary();
    properties.setInt(COSName.MCID, content);
    pdf.content().beginMarkedContent(COSName.P, PDPropertyList.create(properties));
    pdf.line(x, y, size, words);
    pdf.content().endMarkedContent();
    element.appendKid(content++);
  }
}
