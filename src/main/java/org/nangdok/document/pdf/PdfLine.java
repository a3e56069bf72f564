package org.nangdok.document.pdf;

import java.util.List;

/**
 * A line of a page, or of one of its columns.
 *
 * @param page from 0
 * @param column which column of which part of the page it stands in; no other page has the same
 * @param start where it begins
 * @param end where it ends
 * @param y of its baseline, down the page
 * @param size of most of its letters
 * @param bold whether all of them are
 * @param text its words
 * @param spaced whether a space is printed at its end
 * @param marks raised signs within it that point to notes
 * @param marked whether it begins with such a sign, as a note does
 * @param row whether it is a row of a table
 */
record PdfLine(
    int page,
    int column,
    float start,
    float end,
    float y,
    float size,
    boolean bold,
    String text,
    boolean spaced,
    List<String> marks,
    boolean marked,
    boolean row) {

  PdfLine in(int other) {
    return new PdfLine(page, other, start, end, y, size, bold, text, spaced, marks, marked, row);
  }

  PdfLine asRow(String words, float to) {
    return new PdfLine(page, column, start, to, y, size, bold, words, spaced, marks, marked, true);
  }
}
