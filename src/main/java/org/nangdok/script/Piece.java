package org.nangdok.script;

/**
 * The part of one input line that one turn speaks.
 *
 * @param line the number of the input line, from 0
 * @param text a verbatim substring of that line
 */
public record Piece(int line, String text) {}
