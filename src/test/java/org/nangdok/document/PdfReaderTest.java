package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;

/** PDFs are read in the order in which people read them, without what belongs to the pages. */
class PdfReaderTest {

  @Test
  void columnsAreReadOneAfterTheOtherAndDividedWordsAreMadeWhole() {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .line(150, 780, 18, PdfFiles.BOLD, "A town that walks to school each day")
          .lines(
              60,
              740,
              10,
              List.of(
                  "The children of the town meet at the old",
                  "bridge every morning and walk to the school-",
                  "house together, whatever the weather brings",
                  "to them that day."))
          .lines(
              310,
              740,
              10,
              List.of(
                  "Their parents are glad about this commu-",
                  "nity of small walkers, because the road is",
                  "busy with lorries from the harbour and the",
                  "well-known mill behind the hill."));

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.blocks(document))
          .containsExactly(
              "HEADING A town that walks to school each day",
              "PARAGRAPH The children of the town meet at the old bridge every morning and walk to the schoolhouse together, whatever the weather brings to them that day.",
              "PARAGRAPH Their parents are glad about this community of small walkers, because the road is busy with lorries from the harbour and the well-known mill behind the hill.");
    }
  }

  @Test
  void headsFeetNumbersAndNotesAreListed() {
    try (var pdf = new PdfFiles()) {
      for (int i = 1; i <= 4; i++) {
        pdf.page()
            .line(200, 812, 9, "Annual report of the harbour")
            .line(200, 802, 9, "and of its pilots")
            .lines(
                70,
                740,
                11,
                List.of(
                    "Ships came in on every day of the " + i + ". quarter, and most of",
                    "them left on the next with grain and timber for the north."))
            .line(
                70,
                110,
                8,
                "1 Only ships of more than "
                    + i
                    + "0 tons"
                    + " and more".repeat(i)
                    + " are counted.")
            .line(295, 40, 9, String.valueOf(i));
      }

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.words(document))
          .hasSize(4)
          .first()
          .asString()
          .startsWith("Ships came in")
          .endsWith("the north.");
      assertThat(LeftOutCounts.of(document.leftOut()))
          .containsEntry(DocumentPart.PAGE_NUMBER, 4)
          .containsEntry(DocumentPart.RUNNING_HEAD, 8)
          .containsEntry(DocumentPart.NOTE, 4);
    }
  }

  @Test
  void raisedMarksPointToNotesAndExponentsStay() throws IOException {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .line(70, 700, 12, "The river is long")
          .line(157, 705, 7, "3")
          .line(164, 700, 12, "and wide.");

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.words(document)).containsExactly("The river is long and wide.");
      assertThat(Reads.left(document, DocumentPart.NOTE_REFERENCE)).containsExactly("3");
    }
  }

  @Test
  void paragraphsGoOnOverPagesAndTablesStayRows() {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .lines(
              70,
              200,
              11,
              List.of(
                  "The first half of this sentence stands on the first page and its",
                  "second half, which is not much longer, stands on the"));
      pdf.page().line(70, 770, 11, "next page.");
      float y = 700;
      for (List<String> row :
          List.of(
              List.of("Month", "Ships", "Grain"),
              List.of("May", "12", "300"),
              List.of("June", "14", "280"),
              List.of("July", "9", "310"))) {
        pdf.line(70, y, 11, row.get(0)).line(200, y, 11, row.get(1)).line(330, y, 11, row.get(2));
        y -= 15;
      }

      assertThat(Reads.blocks(Reads.of(pdf.bytes())))
          .containsExactly(
              "PARAGRAPH The first half of this sentence stands on the first page and its second half, which is not much longer, stands on the next page.",
              "TABLE_ROW Month | Ships | Grain",
              "TABLE_ROW May | 12 | 300",
              "TABLE_ROW June | 14 | 280",
              "TABLE_ROW July | 9 | 310");
    }
  }

  /** Words of justified lines stand far apart where columns are narrow. */
  @Test
  void narrowJustifiedColumnsThatStandOnOtherLinesAreReadOneAfterTheOther() throws IOException {
    List<String> left =
        List.of(
            "Boats that come in before",
            "the morning bell are weighed",
            "by two men and a young clerk",
            "who writes all of it down in",
            "a ledger that nobody reads.");
    List<String> right =
        List.of(
            "Later ones wait on the other",
            "quay and pay for the time of",
            "the guards, as long as they",
            "lie there, which is seldom a",
            "good bargain for the owners.");
    try (var pdf = new PdfFiles()) {
      pdf.page();
      justified(pdf, 60, 700, left);
      justified(pdf, 230, 707, right);

      assertThat(Reads.words(Reads.of(pdf.bytes())))
          .containsExactly(String.join(" ", left), String.join(" ", right));
    }
  }

  /** What stands below columns that end together comes after both, though it is short. */
  @Test
  void aShortSectionBelowBalancedColumnsIsReadAfterThem() {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .lines(
              60,
              740,
              10,
              List.of(
                  "Every spring the town counts the boats that",
                  "are left, and writes the number on the wall",
                  "of the custom house, where all can see it.",
                  "Last year there were nineteen of them"))
          .lines(
              310,
              745,
              10,
              List.of(
                  "and this year there are twenty-three, for a",
                  "yard has opened again on the other bank and",
                  "four young people have learned to build."))
          .line(60, 660, 13, PdfFiles.BOLD, "What they carry")
          .line(60, 640, 10, "Salt and grain, as always.")
          .lines(60, 610, 10, List.of("salt", "grain", "timber"))
          .lines(120, 610, 10, List.of("12", "9", "4"));

      assertThat(Reads.blocks(Reads.of(pdf.bytes())))
          .containsExactly(
              "PARAGRAPH Every spring the town counts the boats that are left, and writes the number on the wall of the custom house, where all can see it. Last year there were nineteen of them and this year there are twenty-three, for a yard has opened again on the other bank and four young people have learned to build.",
              "HEADING What they carry",
              "PARAGRAPH Salt and grain, as always.",
              "TABLE_ROW salt | 12",
              "TABLE_ROW grain | 9",
              "TABLE_ROW timber | 4");
    }
  }

  private static void justified(PdfFiles pdf, float x, float y, List<String> lines)
      throws IOException {
    float at = y;
    for (String line : lines) {
      String[] words = line.split(" ");
      float gap = (150 - width(line.replace(" ", ""))) / (words.length - 1);
      float from = x;
      for (String word : words) {
        pdf.line(from, at, 10, word);
        from += width(word) + gap;
      }
      at -= 14;
    }
  }

  private static float width(String text) throws IOException {
    return PdfFiles.PLAIN.getStringWidth(text) / 100;
  }

  @Test
  void aTableOfTwoRowsIsRowsAndItsNotesAreListed() {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .line(70, 760, 11, "The pilots measured the harbour on the first day of each month.")
          .line(70, 730, 11, "Depth")
          .line(125, 730, 11, "twelve feet")
          .line(70, 715, 11, "Current")
          .line(125, 715, 11, "slow")
          .line(70, 700, 8, "a At low tide, as the master of the port")
          .line(70, 690, 8, "had it written down.")
          .line(70, 678, 8, "Source: books of the port")
          .line(70, 655, 11, "Nothing has changed since then, and nobody thinks it will.");

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.blocks(document))
          .containsExactly(
              "PARAGRAPH The pilots measured the harbour on the first day of each month.",
              "TABLE_ROW Depth | twelve feet",
              "TABLE_ROW Current | slow",
              "PARAGRAPH Nothing has changed since then, and nobody thinks it will.");
      assertThat(Reads.left(document, DocumentPart.NOTE))
          .containsExactly(
              "a At low tide, as the master of the port had it written down.",
              "Source: books of the port");
    }
  }

  @Test
  void bookmarksAreChapters() {
    try (var pdf = new PdfFiles()) {
      var outline = new PDDocumentOutline();
      for (String title : List.of("Spring", "Summer")) {
        var page = new PDPage(PDRectangle.A4);
        pdf.page(page)
            .line(70, 760, 20, title)
            .line(
                70,
                700,
                11,
                "It is "
                    + title.toLowerCase(java.util.Locale.ROOT)
                    + " in the valley, and the days are long.");
        var item = new PDOutlineItem();
        item.setTitle(title);
        var place = new PDPageFitDestination();
        place.setPage(page);
        item.setDestination(place);
        outline.addLast(item);
      }
      pdf.document().getDocumentCatalog().setDocumentOutline(outline);

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.titles(document)).containsExactly("Spring", "Summer");
    }
  }

  @Test
  void taggedFilesAreReadByTheirStructureWhateverTheOrderOnThePage() throws IOException {
    try (var pdf = new PdfFiles()) {
      pdf.page();
      PDPage page = pdf.document().getPage(0);
      var root = new PDStructureTreeRoot();
      pdf.document().getDocumentCatalog().setStructureTreeRoot(root);
      var whole = new PDStructureElement("Document", root);
      root.appendKid(whole);
      String[][] parts = {
        {"P", "600", "Second in the structure, though it is printed first of all."},
        {"H1", "500", "First in the structure"},
        {"Note", "400", "A note at the end."}
      };
      PDStructureElement[] elements = new PDStructureElement[parts.length];
      for (int i = 0; i < parts.length; i++) {
        var properties = new COSDictionary();
        properties.setInt(COSName.MCID, i);
        pdf.content()
            .beginMarkedContent(COSName.getPDFName(parts[i][0]), PDPropertyList.create(properties));
        pdf.line(70, Float.parseFloat(parts[i][1]), 12, parts[i][2]);
        pdf.content().endMarkedContent();
        elements[i] = new PDStructureElement(parts[i][0], whole);
        elements[i].setPage(page);
        elements[i].getCOSObject().setItem(COSName.K, org.apache.pdfbox.cos.COSInteger.get(i));
      }
      whole.appendKid(elements[1]);
      whole.appendKid(elements[0]);
      whole.appendKid(elements[2]);
      pdf.content().beginMarkedContent(COSName.getPDFName("Artifact"));
      pdf.line(300, 30, 9, "17");
      pdf.content().endMarkedContent();

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.blocks(document))
          .containsExactly(
              "HEADING First in the structure",
              "PARAGRAPH Second in the structure, though it is printed first of all.");
      assertThat(Reads.left(document, DocumentPart.NOTE)).containsExactly("A note at the end.");
      assertThat(Reads.left(document, DocumentPart.PAGE_NUMBER)).containsExactly("17");
    }
  }

  @Test
  void scansAndPasswordsAreSaid() throws IOException {
    try (var scan = new PdfFiles();
        var locked = new PdfFiles();
        var limited = new PdfFiles()) {
      scan.page();
      scan.content()
          .drawImage(
              LosslessFactory.createFromImage(
                  scan.document(), new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)),
              0,
              0);
      locked.page().line(70, 700, 12, "Secret.");
      locked
          .document()
          .protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      limited.page().line(70, 700, 12, "Not to be printed, but read aloud.");
      var nothing = new AccessPermission();
      nothing.setCanPrint(false);
      nothing.setCanExtractContent(false);
      limited.document().protect(new StandardProtectionPolicy("owner", "", nothing));

      assertCode(scan.bytes(), "document.no-text");
      assertCode(locked.bytes(), "document.locked");
      assertThat(Reads.words(Reads.of(limited.bytes())))
          .containsExactly("Not to be printed, but read aloud.");
    }
  }

  @Test
  void manyPagesAreRefused() {
    try (var pdf = new PdfFiles()) {
      for (int i = 0; i < 12; i++) {
        pdf.page().line(70, 700, 12, "Page.");
      }
      var few =
          new DocumentBounds(
              5_000_000,
              5_000_000,
              5_000_000,
              10,
              10,
              100,
              100_000,
              1_000,
              java.time.Duration.ofSeconds(20));

      assertThatThrownBy(() -> Reads.of(pdf.bytes(), few, ""))
          .isInstanceOfSatisfying(
              DocumentException.class, e -> assertThat(e.code()).isEqualTo("document.too-large"));
    }
  }

  @Test
  void brokenFilesGetAnAnswer() {
    try (var pdf = new PdfFiles()) {
      pdf.page().line(70, 700, 12, "A page that will be broken.");
      byte[] good = pdf.bytes();
      var random = new java.util.Random(5);
      for (int i = 0; i < 40; i++) {
        byte[] broken =
            java.util.Arrays.copyOf(good, good.length - random.nextInt(good.length / 2));
        for (int j = 0; j < 20; j++) {
          broken[random.nextInt(broken.length - 10) + 8] = (byte) random.nextInt();
        }
        try {
          assertThat(Reads.of(broken).kind()).isEqualTo(DocumentKind.PDF);
        } catch (DocumentException e) {
          assertThat(e.code()).startsWith("document.");
        }
      }
    }
  }

  private static void assertCode(byte[] file, String code) {
    assertThatThrownBy(() -> Reads.of(file))
        .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
