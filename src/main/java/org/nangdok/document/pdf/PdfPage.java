package org.nangdok.document.pdf;

import java.util.List;

/**
 * A page as its lines.
 *
 * @param height in points
 * @param lines in the order in which they are read
 * @param aside lines that run in another direction, such as up the margin
 * @param artifacts what the file itself says isn't text
 * @param pictures whether it shows any
 */
record PdfPage(
    int index,
    float height,
    List<PdfLine> lines,
    List<String> aside,
    List<String> artifacts,
    boolean pictures) {}
