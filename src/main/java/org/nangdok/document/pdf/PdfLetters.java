package org.nangdok.document.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.nangdok.document.DocumentException;
import org.nangdok.document.DocumentException.Reason;
import org.nangdok.document.TimeLimit;

/**
 * The letters of one page, with the tagged content that each belongs to; those that the file calls
 * artifacts, such as running heads, stand apart.
 */
final class PdfLetters extends PDFTextStripper {

  /** No page that people read has more. */
  private static final int MOST = 200_000;

  /** Bold letters are sometimes the same letter printed twice, a little apart. */
  private static final float TWICE = 0.2f;

  private record Mark(int content, boolean artifact) {}

  private final TimeLimit limit;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final List<PdfGlyph> glyphs = new ArrayList<>();
  private final List<PdfGlyph> artifacts = new ArrayList<>();
  private final Map<String, List<PdfGlyph>> byText = new HashMap<>();
  private final Map<PDFont, Boolean> bold = new HashMap<>();
  private long unknown;

  PdfLetters(TimeLimit limit) {
    this.limit = limit;
  }

  /** Reads a page; earlier ones are forgotten. */
  void read(PDPage page) throws IOException {
    glyphs.clear();
    artifacts.clear();
    byText.clear();
    marks.clear();
    if (page.hasContents()) {
      processPage(page);
    }
  }

  List<PdfGlyph> glyphs() {
    return List.copyOf(glyphs);
  }

  /** How many letters of all pages so far have no character that the file tells. */
  long unknown() {
    return unknown;
  }

  List<PdfGlyph> artifacts() {
    return List.copyOf(artifacts);
  }

  @Override
  protected void writePage() {
    // nothing is written: the letters are what is wanted
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    Mark outer = marks.peek();
    int content = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
    boolean artifact = outer != null && outer.artifact();
    int inherited = outer == null ? -1 : outer.content();
    if (marks.size() < 10_000) {
      marks.push(
          new Mark(
              content < 0 ? inherited : content, artifact || "Artifact".equals(tag.getName())));
    }
  }

  @Override
  public void endMarkedContentSequence() {
    marks.poll();
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    limit.check();
    String text = position.getVisuallyOrderedUnicode();
    if (text == null || text.isEmpty() || text.indexOf('\0') >= 0) {
      unknown++;
      return;
    }
    if (glyphs.size() + artifacts.size() >= MOST) {
      throw new DocumentException(
          Reason.TOO_LARGE, "A page of this file has more letters than are read.");
    }
    Mark mark = marks.peek();
    float size = size(position);
    var glyph =
        new PdfGlyph(
            text,
            position.getXDirAdj(),
            position.getYDirAdj(),
            position.getWidthDirAdj(),
            Math.max(1, size),
            Math.round(position.getDir()),
            position.getWidthOfSpace(),
            isBold(position.getFont()),
            mark == null ? -1 : mark.content());
    if (isTwice(glyph) || !isOnPage(position)) {
      return;
    }
    (mark != null && mark.artifact() ? artifacts : glyphs).add(glyph);
  }

  /** As printed: many programs scale the page and not the font. */
  private static float size(TextPosition position) {
    float printed = Math.abs(position.getYScale());
    return printed < 0.5f ? position.getHeightDir() : printed;
  }

  private static boolean isOnPage(TextPosition position) {
    float x = position.getX();
    float y = position.getY();
    float reach = size(position);
    float most = Math.max(position.getPageWidth(), position.getPageHeight()); // it may be turned
    return x > -reach && y > 0 && x < most + reach && y < most + reach;
  }

  private boolean isTwice(PdfGlyph glyph) {
    if (glyph.isBlank()) {
      return false;
    }
    List<PdfGlyph> same = byText.computeIfAbsent(glyph.text(), text -> new ArrayList<>());
    float near = TWICE * Math.max(glyph.width(), 1);
    for (int i = same.size() - 1; i >= Math.max(0, same.size() - 200); i--) {
      PdfGlyph other = same.get(i);
      if (Math.abs(other.x() - glyph.x()) < near
          && Math.abs(other.y() - glyph.y()) < near
          && other.direction() == glyph.direction()) {
        return true;
      }
    }
    same.add(glyph);
    return false;
  }

  private boolean isBold(PDFont font) {
    return bold.computeIfAbsent(font, PdfLetters::looksBold);
  }

  private static boolean looksBold(PDFont font) {
    String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return name.contains("bold")
        || name.contains("black")
        || name.contains("heavy")
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
  }
}
