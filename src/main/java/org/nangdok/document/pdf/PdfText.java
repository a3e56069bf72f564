package org.nangdok.document.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.nangdok.document.DocumentAccount;

/**
 * All text of a document, page by page.
 *
 * @param pages the pages as lines
 * @param tagged for each page the letters of each tagged content, as lines
 * @param letters how many letters there are outside of artifacts
 */
record PdfText(List<PdfPage> pages, List<Map<Integer, List<PdfLine>>> tagged, long letters) {

  static PdfText of(PDDocument document, DocumentAccount account) throws IOException {
    var letters = new PdfLetters(account.limit());
    boolean tags = document.getDocumentCatalog().getStructureTreeRoot() != null;
    List<PdfPage> pages = new ArrayList<>();
    List<Map<Integer, List<PdfLine>>> tagged = new ArrayList<>();
    long count = 0;
    long all = 0;
    int column = 0;
    for (PDPage page : document.getPages()) {
      account.limit().check();
      letters.read(page);
      List<PdfGlyph> glyphs = letters.glyphs();
      count += glyphs.stream().filter(glyph -> !glyph.isBlank()).count();
      all += glyphs.size();
      PdfText.requireFew(all, account);
      int index = pages.size();
      pages.add(page(page, index, glyphs, letters.artifacts(), column, account));
      column += 1_000;
      tagged.add(tags ? byContent(glyphs, index) : Map.of());
    }
    if (letters.unknown() * 200 > count) {
      account.warn(
          letters.unknown()
              + " letters of this PDF have no characters behind them, so they can't be read. Text"
              + " recognition (OCR) would find them.");
    }
    return new PdfText(pages, tagged, count);
  }

  private static void requireFew(long letters, DocumentAccount account) {
    if (letters > 2 * account.bounds().characters()) {
      throw new org.nangdok.document.DocumentException(
          org.nangdok.document.DocumentException.Reason.TOO_LARGE,
          "This PDF holds more text than is read. Send it in parts.");
    }
  }

  private static PdfPage page(
      PDPage page,
      int index,
      List<PdfGlyph> glyphs,
      List<PdfGlyph> artifacts,
      int column,
      DocumentAccount account) {
    int main = direction(glyphs);
    List<PdfGlyph> upright = glyphs.stream().filter(glyph -> glyph.direction() == main).toList();
    List<String> aside = new ArrayList<>();
    for (int direction : new int[] {0, 90, 180, 270}) {
      List<PdfGlyph> turned =
          glyphs.stream().filter(glyph -> glyph.direction() == direction).toList();
      if (direction != main && !turned.isEmpty()) {
        PageLines.of(turned, index, column, account.limit())
            .forEach(line -> aside.add(line.text()));
      }
    }
    PDRectangle box = page.getCropBox();
    boolean sideways = (page.getRotation() + main) % 180 != 0;
    return new PdfPage(
        index,
        sideways ? box.getWidth() : box.getHeight(),
        PageLines.of(upright, index, column, account.limit()),
        aside,
        PageLines.of(artifacts, index, column, account.limit()).stream()
            .map(PdfLine::text)
            .toList(),
        hasPictures(page));
  }

  /** The direction of most letters. */
  private static int direction(List<PdfGlyph> glyphs) {
    Map<Integer, Integer> counts = new HashMap<>();
    glyphs.forEach(glyph -> counts.merge(glyph.direction(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private static boolean hasPictures(PDPage page) {
    PDResources resources = page.getResources();
    if (resources == null) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)) {
        return true;
      }
    }
    return false;
  }

  /** Each tagged content's lines, in the order in which the file prints them. */
  private static Map<Integer, List<PdfLine>> byContent(List<PdfGlyph> glyphs, int page) {
    Map<Integer, List<PdfGlyph>> byContent = new HashMap<>();
    for (PdfGlyph glyph : glyphs) {
      byContent.computeIfAbsent(glyph.content(), content -> new ArrayList<>()).add(glyph);
    }
    Map<Integer, List<PdfLine>> lines = new HashMap<>();
    byContent.forEach((content, own) -> lines.put(content, lines(own, page)));
    return lines;
  }

  private static List<PdfLine> lines(List<PdfGlyph> glyphs, int page) {
    List<PdfLine> lines = new ArrayList<>();
    List<PdfGlyph> open = new ArrayList<>();
    for (PdfGlyph glyph : glyphs) {
      PdfGlyph last = open.isEmpty() ? glyph : open.getLast();
      boolean same =
          glyph.direction() == last.direction()
              && Math.abs(glyph.y() - last.y()) < 0.5f * Math.max(glyph.size(), last.size())
              && glyph.x() > last.x() - 20 * last.size();
      if (!same) {
        close(open, page, lines);
      }
      open.add(glyph);
    }
    close(open, page, lines);
    return lines;
  }

  private static void close(List<PdfGlyph> open, int page, List<PdfLine> lines) {
    if (open.stream().anyMatch(glyph -> !glyph.isBlank())) {
      lines.add(LineText.of(open, page, page));
    }
    open.clear();
  }

  boolean hasWords() {
    return letters > 0 || pages.stream().anyMatch(page -> !page.artifacts().isEmpty());
  }

  /** The numbers of pages that show pictures and no text, a few of them. */
  List<String> picturesOnly() {
    return pages.stream()
        .filter(page -> page.pictures() && page.lines().isEmpty() && page.artifacts().isEmpty())
        .map(page -> String.valueOf(page.index() + 1))
        .limit(20)
        .toList();
  }
}
