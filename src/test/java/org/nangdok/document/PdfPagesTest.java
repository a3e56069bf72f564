package org.nangdok.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** What of a page is text and in which order, where nothing but the place of its letters tells. */
class PdfPagesTest {

  @Test
  void theHeadingOfAListOfContentsGoesWithTheList() {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .line(72, 760, 18, "Contents")
          .line(72, 720, 10, "The river ........................ 2")
          .line(72, 706, 10, "The bridge ....................... 3")
          .page()
          .line(72, 760, 18, "The river")
          .line(72, 720, 10, "Water is clear here and people stay for a long time on the bridge.");

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.words(document)).first().isEqualTo("The river");
      assertThat(Reads.left(document, DocumentPart.TABLE_OF_CONTENTS))
          .hasSize(3)
          .contains("Contents");
    }
  }

  @Test
  void aHeadingThatSpeaksOfContentsIsReadWhereNoListFollows() {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .line(72, 760, 18, "Contents")
          .line(72, 720, 10, "What the bottles held was never told to anybody who asked for it.");

      assertThat(Reads.words(Reads.of(pdf.bytes())))
          .containsExactly(
              "Contents", "What the bottles held was never told to anybody who asked for it.");
    }
  }

  @Test
  void headsThatNameTheSectionAreToldByTheirRunningNumber() {
    try (var pdf = new PdfFiles()) {
      for (int page = 0; page < 6; page++) {
        int number = 40 + page;
        String head = "2." + page + " The river bends " + "ABCDEF".charAt(page);
        pdf.page();
        if (page % 2 == 0) {
          pdf.line(72, 790, 9, number + "").line(300, 790, 9, head);
        } else {
          pdf.line(72, 790, 9, head).line(500, 790, 9, number + "");
        }
        pdf.lines(72, 750, 10, prose(page));
      }

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.words(document)).noneMatch(text -> text.contains("bends"));
      assertThat(String.join(" ", Reads.words(document))).contains("Ada crossed", "Finn crossed");
      assertThat(Reads.left(document, DocumentPart.RUNNING_HEAD)).hasSize(6);
    }
  }

  @Test
  void headsThatRepeatTheHeadingBelowThemAreTold() {
    List<String> sections = List.of("First water", "Second water", "Third water", "Fourth water");
    try (var pdf = new PdfFiles()) {
      for (int page = 0; page < 8; page++) {
        String section = sections.get(page / 2);
        pdf.page().line(220, 790, 9, section.toUpperCase(Locale.ROOT));
        if (page % 2 == 0) {
          pdf.line(72, 750, 16, section);
        }
        pdf.lines(72, 720, 10, prose(page));
      }

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.left(document, DocumentPart.RUNNING_HEAD)).hasSize(8);
      assertThat(Reads.words(document)).containsAll(sections).doesNotContain("FIRST WATER");
    }
  }

  @Test
  void linesThatBeginPagesAndSayTheirOwnAreText() {
    try (var pdf = new PdfFiles()) {
      for (int page = 0; page < 6; page++) {
        pdf.page()
            .line(
                72,
                790,
                10,
                "Letter " + "ABCDEF".charAt(page) + " came in the year 19" + (11 + 7 * page));
        pdf.lines(72, 750, 10, prose(page));
      }

      Document document = Reads.of(pdf.bytes());

      assertThat(Reads.left(document, DocumentPart.RUNNING_HEAD)).isEmpty();
      assertThat(Reads.words(document)).anyMatch(text -> text.contains("Letter C came"));
    }
  }

  @Test
  void pagesThatAreScaledAsAWholeAreReadByTheSizeThatIsPrinted() throws IOException {
    try (var pdf = new PdfFiles()) {
      pdf.page();
      pdf.content().transform(Matrix.getScaleInstance(0.6f, 0.6f));
      pdf.lines(60, 1200, 18, COLUMN_A).lines(292, 1193, 18, COLUMN_B);

      assertThat(Reads.words(Reads.of(pdf.bytes())))
          .containsExactly(String.join(" ", COLUMN_A), String.join(" ", COLUMN_B));
    }
  }

  @Test
  void aLargeHeadingBesideAColumnLeavesTheColumnsLinesApart() {
    try (var pdf = new PdfFiles()) {
      pdf.page()
          .lines(60, 760, 12, COLUMN_A)
          .line(60, 670, 18, "The mill")
          .lines(60, 648, 12, COLUMN_B)
          .lines(
              210,
              757,
              12,
              List.of(
                  "Late in the year the boats",
                  "lay on the sand and the",
                  "men went up to the mill",
                  "where they helped to",
                  "carry the sacks of grain",
                  "into the dry upper rooms",
                  "and were given bread for",
                  "it until the water came."));

      assertThat(Reads.words(Reads.of(pdf.bytes())))
          .containsExactly(
              String.join(" ", COLUMN_A),
              "The mill",
              String.join(" ", COLUMN_B),
              "Late in the year the boats lay on the sand and the men went up to the mill where they helped"
                  + " to carry the sacks of grain into the dry upper rooms and were given bread for it until"
                  + " the water came.");
    }
  }

  private static final List<String> COLUMN_A =
      List.of(
          "The river rose all night",
          "and the people on its left",
          "bank carried what they had",
          "up to the church, where",
          "the lamps were burning.");
  private static final List<String> COLUMN_B =
      List.of(
          "Nobody slept there but",
          "the children, who had been",
          "told that it was a feast",
          "and that the water would",
          "go home in the morning.");

  private static List<String> prose(int page) {
    String who = List.of("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hal").get(page);
    return List.of(
        who + " crossed the water before the sun stood over the hills, and " + who,
        "waited on the other bank with lamps for " + who + "'s people, and through the night for",
        "everybody who might come late and could not see where " + who + " had laid the stones.");
  }
}
