package org.nangdok.document.pdf;

/**
 * A letter where it stands, in the direction in which its line runs: x grows with the line, y down
 * the page; both in points.
 *
 * @param text one character, or those of a ligature
 * @param y of its baseline
 * @param size of its font
 * @param direction of its line in degrees
 * @param space how wide a space of its font is
 * @param content the number of the tagged content that it belongs to, -1 for none
 */
record PdfGlyph(
    String text,
    float x,
    float y,
    float width,
    float size,
    int direction,
    float space,
    boolean bold,
    int content) {

  float end() {
    return x + width;
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
