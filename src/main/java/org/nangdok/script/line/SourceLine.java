package org.nangdok.script.line;

/**
 * A line of the article that may be read.
 *
 * @param number the number of the input line
 * @param text the line, verbatim
 */
public record SourceLine(int number, String text) {}
