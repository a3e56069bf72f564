package org.nangdok.article;

/**
 * A line that is not read, and why.
 *
 * @param line the number of the input line, from 0, counted as in {@link Paragraph}
 * @param text the line, verbatim
 * @param reason a stable code in lower-case words joined by hyphens, such as {@code copyright},
 *     {@code credit}, {@code duplicate}
 */
public record Dropped(int line, String text, String reason) {}
