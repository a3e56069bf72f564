package org.nangdok.language;

/**
 * One word as it is spoken, and the written characters that it comes from.
 *
 * <p>Several spoken words may come from one range (from {@code 8.2GW} come four); a range is then
 * repeated.
 *
 * @param spoken the word in ordinary spelling, without digits or symbols
 * @param pronounced the word as it sounds: Hangul respelling in Korean (연결어 rules already applied),
 *     in English a spelling that engines can't misread where {@code spoken} is one that they can
 *     ({@code B B C}, past {@code read}); else the same as {@code spoken}
 * @param start first character of the written range, in UTF-16 units from the start of the sentence
 * @param end one past the last character of that range
 * @param boundary what follows the word
 */
public record SpokenWord(String spoken, String pronounced, int start, int end, Boundary boundary) {}
