package org.nangdok.document;

/**
 * Words of a document that aren't read.
 *
 * @param chapter the place of the chapter that they stand in, from 0
 * @param line their number in the document, from 0, counted with the blocks
 * @param part what they are
 * @param text the words, spaces folded
 */
public record LeftOut(int chapter, int line, DocumentPart part, String text) {}
