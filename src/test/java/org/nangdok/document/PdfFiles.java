package org.nangdok.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** Sets small PDFs by hand. */
final class PdfFiles implements AutoCloseable {

  static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
  static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD);

  private final PDDocument document = new PDDocument();
  private @Nullable PDPageContentStream content;

  PdfFiles page() {
    return page(new PDPage(PDRectangle.A4));
  }

  PdfFiles page(PDPage page) {
    try {
      if (content != null) {
        content.close();
      }
      document.addPage(page);
      content = new PDPageContentStream(document, page);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PDDocument document() {
    return document;
  }

  PDPageContentStream content() {
    return Objects.requireNonNull(content);
  }

  /** A line; y is measured from the page's foot. */
  PdfFiles line(float x, float y, float size, String text) {
    return line(x, y, size, PLAIN, text);
  }

  PdfFiles line(float x, float y, float size, PDFont font, String text) {
    try {
      PDPageContentStream page = Objects.requireNonNull(content);
      page.beginText();
      page.setFont(font, size);
      page.newLineAtOffset(x, y);
      page.showText(text);
      page.endText();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines below each other. */
  PdfFiles lines(float x, float y, float size, List<String> lines) {
    float at = y;
    for (String line : lines) {
      line(x, at, size, line);
      at -= 1.2f * size;
    }
    return this;
  }

  byte[] bytes() {
    try {
      if (content != null) {
        content.close();
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
