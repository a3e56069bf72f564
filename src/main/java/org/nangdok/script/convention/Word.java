package org.nangdok.script.convention;

/**
 * One line of the convention data.
 *
 * @param kind what the word means
 * @param text the word as printed
 * @param example a line, or several joined by line breaks, that shows the word at work
 * @param origin file and line, for messages
 */
public record Word(WordKind kind, String text, String example, String origin) {}
