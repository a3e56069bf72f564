package org.nangdok.language.korean.written;

import org.nangdok.language.korean.words.Role;

/**
 * A spoken word and where it stands in the folded text.
 *
 * @param spoken Hangul syllables
 * @param start first character in the folded text
 * @param end one past the last
 * @param role what it comes from
 */
record Piece(String spoken, int start, int end, Role role) {}
